import type { TimeWords } from "../time.ts";
import { months, nths, numbers, ordinals, weekdays } from "./calendar.ts";

const spelledHour = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const spelledMinutes =
  "(?:(?:oh|o|zero) (?:one|two|three|four|five|six|seven|eight|nine)|ten|fifteen|twenty(?: five)?|thirty(?: five)?|forty(?: five)?|fifty(?: five)?)";
const hour = `(?:\\d{1,2}|${spelledHour})`;
const half = "(?:ish |oclock |o clock |sharp |on the dot )";
const past = "(?:past|after|to|til|till|until|of|before)";
/** "Half three" is half past three in British English, where nothing is counted by it. */
const british = `half (?:${spelledHour}|[1-9]|1[0-2]) (?!hours?|inch|inches|gallons?|tons?|hp|bath|feet|foot)(?:am |pm )?`;
/** Minutes counted from an hour: "quarter to 4", "20 past 3 pm". */
const counted = `(?:${british}|(?:(?:a )?(?:half|quarter|twenty five|twenty|ten|five) ${past}|\\d{1,2} (?:minutes )?past|\\d{1,2} minutes (?:to|before|after|til)) (?:${hour} |noon )(?:am |pm )?)`;
/** Hours that are nothing else: with minutes, with half of the day, or by name. */
const plain = [
  "\\d{1,2}:\\d{2} (?:am |pm )?",
  "\\d{1,2}\\.\\d{2} (?:am |pm )",
  "\\d{3,4} (?:am |pm )",
  "[012]\\d[0-5]\\d hours ",
  "\\d{1,2} (?:ish |oclock |o clock )?(?:in the )?(?:am |pm )",
  "\\d{1,2} (?:oclock |ish |o clock )",
  `${spelledHour} (?:- )?${spelledMinutes} (?:am |pm )?`,
  `${spelledHour} (?:am |pm |oclock |ish |o clock )`,
  counted,
  "(?:12 )?(?:noon|noonish|midday) ",
  "midnight ",
].join("|");

/** Verbs of what has happened, and the words that may stand between them and the hour. */
const happened =
  "called|texted|messaged|came|was|were|happened|broke|started|stopped|died|went out|emailed|spoke|talked|left|installed|moved|noticed|bought|quit|visited|did|fixed|had|fell|saw|heard|went|woke|lost|tripped|began|blew|popped|burst|flooded|froze|shut|kicked|kicks|got|lasted|threw|overflowed|backed|snapped|leaked|shocked|exploded|caught";
const between =
  "(?:(?!(?:need|want|can|could|please|come|send|someone|free|available|so|but|be|is|hoping|thinking|wondering|scheduled|booked) )[a-z]+ ){0,4}?";

export const time: TimeWords = {
  weekdays,
  months,
  numbers,
  ordinals,
  nths,
  clock: [
    counted,
    plain,
    `\\d{1,2}:\\d{2} ${half}`,
    "\\d{1,2} h (?:\\d{2} )?",
    "\\d{1,2} (?:[0-5][05]) ",
    "[01]?\\d[0-5]\\d (?![a-z_]* ?(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|dollars|bucks|ppm|sq) )",
    `${hour} ${half}?(?:in the )?(?:am |pm )?(?:sharp |ish )?`,
  ].join("|"),
  unwanted: [
    "(?:for|past|over|last|in the (?:last|past)|within the (?:last|past)|been) (?:the )?(?:past |last |over |about |like |almost |at least |around |maybe )?(?:a )?{n} (?:minutes|hours?|days?|weeks?|months?|years?) (?!from|notice)",
    "(?:takes?|took|taking|lasts?|lasted|be) (?:about |around |like |only )?{n} (?:minutes|hours?|days?) ",
    "{n} (?:minutes|hours?|days?|weeks?|months?|years?) (?:ago|old|late|straight|drive|away|back|long|warranty|wait|job) ",
    "{n} (?:year|month|week|day) (?:old|warranty|anniversary) ",
    "(?:since|until now|ever since) (?:about |around |like |last |this |yesterday |early |late )?(?:{weekday} |yesterday |morning |last night |today |noon |tonight |{clock})(?:this |in the |on )?(?:morning |night |afternoon |evening |{weekday} )?",
    "(?:last|past|previous|this past) (?:night|week|weekend|month|year|time|summer|winter|spring|fall|{weekday}(?! (?:of|in) )) (?:night |morning |afternoon |evening )?(?:(?:at|around|about) {clock})?",
    "(?:every|each|once a|twice a|times a|per|\\d a) (?:{n} )?(?:day|week|month|year|hour|minutes|seconds|{weekday}) ",
    "(?:all|whole|entire) (?:day|morning|afternoon|night|week|weekend) (?:yesterday )?",
    "(?<=(?:{weekday}|morning|afternoon|evening|earliest|latest|earlier|later|sooner|early|late|_) )one (?!thirty|fifteen|oclock|pm|am|forty)",
    "24 / 7 ",
    "not wait (?:until|till|til) (?:tomorrow|{weekday}|next week|the weekend) ",
    "(?:number|no|\\#|unit|apt|apartment|model|suite|room|item|invoice|order|ticket|case|lock|door|channel|zone|step|lot|bay) (?:# )?\\d+ ",
    "\\d+ (?:degrees|percent|gallon|gallons|amp|amps|volt|volts|ton|tons|feet|foot|ft|inch|inches|units?|people|rooms?|toilets?|bathrooms?|beds?|stories|story|dollars|bucks|ppm|cars?|doors?|keys?|outlets?|kids|miles?|sq|times|bedrooms?|bath|locks?|windows?|zones?|psi|watt|btu) ",
    "\\$ \\d[\\d.]* ",
    "(?:cost|costs|charged|paid|quoted)(?: me| us| you| him| her| about| like| over| around)* \\d+ ",
    `(?:${happened}) ${between}(?:on |early |late |around |about |at )?(?:{weekday} |this morning |this afternoon |today |earlier |the other day |(?:at|around|about|by) {clock})(?:(?:this |in the )?(?:morning |afternoon |night |evening )|at night |today |yesterday )?(?:(?:at|around|about) {clock})?`,
    "(?:at |around )?{clock}(?:every|each) (?:single )?(?:day|night|morning|evening|{weekday}) ",
    "(?:every|each) (?:single )?(?:night|morning|afternoon|evening) (?:at |around )?(?:{clock})?",
    "(?<!(?:tomorrow|today|{weekday}|only|available|free|home|come|me|{clock}) )at night ",
    "(?:(?:at|around|about) {clock})?(?:yesterday|day before yesterday) (?:morning |afternoon |evening |night )?(?:(?:at|around|about) {clock})?",
    "(?!good friday )(?:good|gm|gd|happy|nice|great) (?:morning|afternoon|evening|night|day|{weekday}|weekend) ",
    "(?:have a|enjoy your|enjoy the) (?:\\w+ )?(?:day|night|weekend|evening|afternoon|morning|week|{weekday}) ",
    "black friday ",
    "(?:one|two|three|1|2|3) (?:of|more|thing|things|other|another|question|questions|story|car|door|outlet|toilet|sink|bathroom|room|lock|key|unit|zone|at a time) ",
    "(?:which|what|that|this|the|another|no|any|each|every|only|some|big|first|second|third|last|next|other|good|bad|right|wrong) one ",
    "(?:a|the|in the|got|of|too much|full|hot) sun ",
    "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:through|thru|to) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?=hours|schedule|business)",
    "(?:hours|open|opening|closed|close|closing) (?:are |on |for )?(?:today|tomorrow|{weekday}|weekends|sundays) \\?",
  ],
  days: [
    ["iso", "(?<year>20\\d\\d) - (?<monthNumber>\\d{1,2}) - (?<day>\\d{1,2}) "],
    ["numeric", "(?<monthNumber>\\d{1,2}) / (?<day>\\d{1,2})(?: / (?<year>\\d{4}|\\d{2}))? "],
    ["numeric", "(?<monthNumber>\\d|1[0-2]) - (?<day>1[3-9]|2\\d|3[01]) (?!-|am |pm )"],
    ["numeric", "(?<monthNumber>\\d{1,2}) - (?<day>\\d{1,2}) - (?<year>\\d{4}|\\d{2}) "],
    [
      "monthDay",
      "(?:{weekday} ,? ?)?(?:the )?(?<month>{month}) ,? ?(?:the )?(?<day>{ordinal}|\\d{1,2}) (?:,? ?(?<year>20\\d\\d) )?(?!am |pm |: )",
    ],
    [
      "monthDay",
      "(?:{weekday} ,? ?)?(?:the )?(?<day>{ordinal}|\\d{1,2}) (?:of )?(?<month>{month}) (?:,? ?(?<year>20\\d\\d) )?",
    ],
    ["dayOfMonth", "{weekday} ,? ?(?:the )?(?<day>\\d{1,2}(?:st|nd|rd|th)) "],
    [
      "nthWeekday",
      "(?:the )?(?<nth>{nth}) (?<weekday>{weekday}) (?:of|in) (?:the )?(?<month>{month}|month|this month|next month) ",
    ],
    ["nWeekdays", "(?<n>{n}) (?<weekday>{weekday}) from (?:now|today) "],
    ["weekAfterWeekday", "(?<weekday>{weekday}) after next "],
    ["dayOfNextMonth", "(?:the )?(?<day>\\d{1,2}(?:st|nd|rd|th)?|{ordinal}) of (?:the )?next month "],
    ["dayOfMonth", "(?:the )?(?<day>\\d{1,2}(?:st|nd|rd|th)?|{ordinal}) of (?:the |this )(?:current )?month "],
    ["nextWeekday", "(?:next|nxt) (?<weekday>{weekday}) "],
    ["nextWeekday", "(?<weekday>{weekday}) (?:of )?(?:next|nxt|the following) week "],
    ["nextWeekday", "next week (?:on |, )?(?<weekday>{weekday}) "],
    ["weekAfterWeekday", "(?:a week from|a week after|week from) (?:this |next )?(?<weekday>{weekday}) "],
    ["lastWeekday", "last (?<weekday>{weekday}) "],
    ["thisWeekday", "(?:this|coming|this coming|upcoming) (?<weekday>{weekday}) "],
    ["thisWeekday", "(?<weekday>{weekday}) (?:of )?this week "],
    ["weekAfterTomorrow", "(?:a|one|1) week (?:from|after) tomorrow "],
    ["overmorrow", "(?:the )?day after (?:tomorrow|tmrw) "],
    ["inWeeks", "(?<n>{n}) weeks? from (?:now|today) "],
    ["inDays", "(?<n>{n}) days? (?:from (?:now|today)|out) "],
    ["inDays", "in (?:about |like |around |another )?(?<n>{n}) days? "],
    ["inWeeks", "in (?:about |like |around |another )?(?<n>{n}) weeks? "],
    ["inMonths", "in (?:about |like |around |another )?(?<n>{n}) months? "],
    ["endOfWeek", "(?:by |before |at |until )?(?:the )?end of (?:the |this )?(?:work )?week "],
    ["endOfWeek", "(?:by |before )?(?:eow|weeks end) "],
    ["endOfNextWeek", "(?:the )?end of next week "],
    ["endOfMonth", "(?:the )?(?:end|last day) of (?:the |this )?month "],
    ["endOfMonth", "eom "],
    ["nextWeekend", "next weekend "],
    ["weekend", "(?:this |the |on the |over the )?(?:coming )?weekend "],
    ["weekAfterNext", "(?:sometime |any day )?(?:the )?(?:week after next|week after that|following week) "],
    ["nextWeek", "(?:sometime |anytime |any day |early |later |some time )?next week "],
    ["nextMonth", "(?:sometime |early )?next month "],
    ["tonight", "(?:late )?tonight "],
    ["tomorrow", "(?:tomorrow|tomorrows|tom(?= (?:at |around )?\\d)) "],
    ["thisPart", "this (?=(?:very |late |early )?(?:morning|afternoon|evening) )"],
    ["today", "(?:later |earlier )?(?:today|this day|same day) "],
    ["yesterday", "yesterday "],
    ["holiday", "(?:on )?(?<holiday>{holiday}) (?:day )?"],
    ["weekday", "(?:on |for )?(?<weekday>{weekday}) "],
    [
      "dayOfMonth",
      "(?:on )?the (?<day>\\d{1,2}(?:st|nd|rd|th)|{ordinal}) (?!one|option|floor|slot|time|st |street|ave|avenue|choice|of|thing|two|three|available|appointment|window|opening|half|spot|work|is |sounds|please|person|step|unit)",
    ],
    [
      "dayOfMonth",
      "(?:on the|by the|the) (?<day>\\d{1,2}(?:st|nd|rd|th)?) (?!- \\d|to \\d|one|option|floor|slot|time|st |street|ave|avenue|choice|am |pm |appointment|window|oclock|opening)",
    ],
    [
      "dayOfMonth",
      "(?:on |by |until |before |after )?(?<day>\\d{1,2}(?:st|nd|rd|th)) (?!one|option|floor|slot|st |street|ave|avenue|choice|and )",
    ],
  ],
  hours: [
    ["withinHours", "(?:within|in) the (?:next |hour or )?(?<n>)hour "],
    ["withinHours", "(?:within|in) (?:the )?(?:next |about )?(?<n>{n}) hours? (?:or so )?(?=max|tops)"],
    ["withinHours", "within (?:the )?(?:next )?(?<n>{n}) hours? "],
    ["withinMinutes", "within (?:the )?(?:next )?(?<n>{n}) minutes "],
    ["withinHours", "in the next (?<n>{n}) hours? "],
    ["withinMinutes", "in the next (?<n>{n}) minutes "],
    ["inHourAndHalf", "in (?:about |around |like )?(?:an|1|one) (?:hour )?and a half (?:hours? )?"],
    ["inHourAndHalf", "in (?:about |around |like )?(?:an|1|one) hour and a half "],
    ["inHourAndHalf", "(?:an|1|one) hour and a half from now "],
    ["inMinutes", "in (?:about |around |like |another |maybe )?(?<n>half)(?: an| a)? hour "],
    ["inMinutes", "(?<n>half)(?: an| a)? hour from now "],
    ["inMinutes", "in (?:about |around |like |another |maybe )?(?<n>{n}) (?:more )?minutes (?:or so )?(?:from now )?"],
    ["inMinutes", "(?<n>{n}) minutes from now "],
    ["inMinutes", "in (?:about |around |like )?(?<n>5|10|15|20|25|30|35|40|45|50) (?=$|[.,!?]|if |or so )"],
    [
      "inMinutes",
      "(?:(?<=^ )|give me |i need |need )(?:about |like |another )?(?<n>{n}|half(?= an hour)) (?:more )?(?:minutes|an hour) (?:or so |please )?(?=$|[.,!?])",
    ],
    ["inHourAndHalf", "(?<=^ )(?:about |like )?(?:an|1|one) hour and a half (?=$|[.,!?])"],
    [
      "inHours",
      "(?:(?<=^ )|give me )(?:about |like |another )?(?<n>an?|one|two|three|four|five|six|\\d) hours? (?:or so |please )?(?=$|[.,!?])",
    ],
    [
      "inHours",
      "in (?:about |around |like |another |maybe )?(?<n>{n}|\\d{1,3}\\.\\d+) (?:more )?hours? (?:or so )?(?:from now )?",
    ],
    ["inHours", "(?<n>{n}|\\d{1,3}\\.\\d+) hours? from now "],
    [
      "range",
      "(?:anytime |any time |sometime |some time )?(?:between|btw|btwn|betwen|from|in between) (?:the hours of )?(?<a>{clock})(?:and|n|to|-|til|till|until|thru|through|&) (?<b>{clock})",
    ],
    ["range", "(?<a>{clock})(?:-|to|til|till|until|thru|through) (?<b>{clock})"],
    ["range", "as early as (?<a>{clock})(?:, |or |and |to )*as late as (?<b>{clock})"],
    ["exact", `(?:at |around |about )?(?<a>${counted})`],
    ["before", "(?:no|not) (?:any )?later than (?:about |around )?(?<a>{clock})"],
    [
      "before",
      "(?:i|we) (?:have to |need to |got to |must |will |am going to |are going to )?(?:leave|head out|go|be gone|be out|am leaving|are leaving)(?: the house| home| for work| here)? (?:at|by|around|about) (?:about |around |like )?(?<a>{clock})",
    ],
    [
      "after",
      `(?:busy|working|work|at work|not (?:be )?(?:home|free|available|here|there|around|back)|can not (?:do it |make it |meet )?|meetings?|class|court|surgery|out|away|gone|tied up|booked(?: up)?|asleep|not get (?:home|off|out|back|in)) (?:at work |all day |on _ |_ )?(?:until|till|til) (?:about |around |like |at )?(?<a>{clock})`,
    ],
    [
      "after",
      "(?:(?:get|getting) (?:off|home|out|back)(?: of| from)?(?: of)?|off work|out of work|(?:(?:i will|i am|we are|we will) (?:be )?|(?<=^ ))(?:home|off|back)) (?:work |school |church |class |here |there |home )?(?:at|by|around|about|from|after) (?:about |around |like )?(?<a>{clock})",
    ],
    [
      "after",
      "(?:anytime|any time|sometime|not)? ?(?:after|past|from|starting|starting at|beginning at|no earlier than|not before|not until|no sooner than|(?<!no |not |any )later than) (?:about |around |like |at )?(?<a>{clock})(?:on |onward |onwards |or later |or after |and on )?",
    ],
    [
      "after",
      "(?<a>{clock})(?:or later|or after|onwards|onward|and later|and after|at the earliest|or so onwards|on) (?!{weekday}|the )",
    ],
    [
      "before",
      "(?:anytime |any time |sometime )?(?:before|by|until|till|til|no later than|not after|not later than|prior to|up to|at the latest by) (?:about |around |like |at )?(?<a>{clock})(?:at the latest |latest )?",
    ],
    ["before", "(?<a>{clock})(?:at the latest|or earlier|or before|latest|or sooner) "],
    [
      "exact",
      "(?:at|@|around|about|for|like|approximately|approx|near|say|maybe|closer to|to|exactly|how about|make it|its|do|until) (?:about |around |like |say |@ |exactly )?(?<a>{clock})(?:or so |ish |sharp |or (?:{clock}))?(?!minutes|hours?|days?|weeks?|months?|years?|people|one |dollars|/ |- |toilets|bathrooms|of |bed|times|more|or so (?:minutes|hours)|percent|\\$|in the (?:last|past)|degrees|months|- \\d|or \\d+ (?:[a-z]+s) )",
    ],
    ["exact", `(?<a>${plain})`],
    ["exact", "(?<=_ (?:, )?)(?<a>{clock})(?=$|[.,!?]|_|works|would|is|please|if|or|for|in|at|and|sharp|thanks)"],
    ["exact", "(?<a>{clock})(?=(?:on |, )?_ )"],
    [
      "bare",
      "(?<a>{clock})(?=works|work |ok |too |would work|would be|is good|is fine|is ok|is great|is perfect|sounds|if |please|for me|will work|that works|$|[.!?,]|or \\d|in the |good |fine |perfect |great |on |exactly|does |instead|only )",
    ],
  ],
  parts: [
    [
      { from: "08:00", to: "10:00" },
      "(?:at )?(?:the )?(?:first thing|1st thing)(?: in the morning| in the am| in morning)? ",
    ],
    [{ from: "08:00", to: "10:00" }, "(?:very )?(?:early|bright and early)(?: in the| _)? (?:morning|am) "],
    [{ from: "08:00", to: "10:00" }, "morning ,? ?early "],
    [{ from: "08:00", to: "10:00" }, "(?:bright and early|when you open|as soon as you open|crack of dawn) "],
    [{ from: "10:00", to: "12:00" }, "(?:late|later|mid)(?: in the)? ?(?:morning) "],
    [{ from: "10:00", to: "12:00" }, "midmorning "],
    [{ from: "12:00", to: "14:00" }, "early(?: in the)? afternoon "],
    [{ from: "15:00", to: "17:00" }, "(?:late|later)(?: in the)? afternoon "],
    [{ from: "14:00", to: "16:00" }, "(?:mid) ?afternoon "],
    [{ from: "13:00", to: "17:00" }, "(?:after|past) (?:my )?(?:lunch|lunchtime|lunch time|lunch break) "],
    [{ from: null, to: "12:00" }, "(?:before) (?:lunch|lunchtime|lunch time) "],
    [
      { from: null, to: "18:00" },
      "(?:by|before|until) (?:the )?(?:end of (?:the )?(?:day|business|business day)|eod|cob|close of business) ",
    ],
    [
      { from: "16:00", to: "18:00" },
      "(?:at |towards |toward |near )?(?:the )?(?:end of (?:the )?(?:day|business day|business)|eod|cob|close of business|days end) ",
    ],
    [{ from: "17:00", to: null }, "after (?:i get (?:off|out of|home from) )?(?:work|business hours|hours|dinner) "],
    [{ from: "15:00", to: null }, "after (?:school) "],
    [
      { from: "12:00", to: "13:00" },
      "(?:around |at |during |over )?(?:my )?(?:lunch|lunchtime|lunch time|lunch hour|lunch break) ",
    ],
    [{ from: "12:00", to: "17:00" }, "(?:the |in the |early )?(?:afternoon|afternoons|after noon|aft) "],
    [{ from: "08:00", to: "12:00" }, "(?:(?:the |in the )?(?:morning|mornings)|in the am) "],
    [
      { from: "12:00", to: "17:00" },
      "(?:in the |(?<=(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)? )(?:in the )?)pm ",
    ],
    [{ from: "17:00", to: "20:00" }, "(?:the |in the |early )?(?:evening|evenings|night) "],
  ],
  asap: [
    "(?:asap|a s a p|as soon as (?:possible|you can|u can|someone can|anyone can|possibly|humanly|you are able|you get|you all can|they can|yall can)|soon as (?:possible|you can|u can|humanly possible))",
    "(?:right away|immediately|at once|this instant|pronto|stat)",
    "(?:first|next|soonest|earliest) (?:available|possible|appointment available|slot available|time available|open slot)",
    "(?:the )?(?:soonest|earliest|quickest|sooner the better|first) (?:you|u|time (?:you|available|possible|slot|that)|appointment|slot|possible|is |that you|available|opening|they|someone|yall|day)",
    "(?:as )?(?:quick|quickly|fast|early) as (?:possible|you can|u can|they can|someone can)",
    "the sooner the better",
    "(?:sooner the better)",
    "(?:come|here|someone|somebody|available|out|over|help|you|over here|out here|anyone|plumber|electrician|tech|locksmith|technician|guy|service) (?:right )?now ",
    "(?<!ing )right now ",
    "(?<=^ )(?:right )?now ",
    "(?:whenever|when) (?:is|are) (?:the|your) (?:next|soonest|earliest|first) (?:available)?",
  ],
  counted: [
    [1, "(?:the )?(?:very )?day (?:right |just )?after (?:that|_ (?:_ )*)"],
    [
      1,
      "(?:the )?(?:day after|next day|following day) (?=$|[.,!?]|is |works|would|at |around |in the |if |after |before |\\d)",
    ],
    [-1, "(?:the )?day (?:right |just )?before (?:that|_ (?:_ )*)"],
    [1, "(?<n>{n}) days? (?:from|after|past) (?:that|_ (?:_ )*)"],
    [-1, "(?<n>{n}) days? before (?:that|_ (?:_ )*)"],
    [7, "(?<n>{n})? ?weeks? (?:from|after) (?:that|_ (?:_ )*)"],
    [-7, "(?<n>{n})? ?weeks? before (?:that|_ (?:_ )*)"],
    ["weekday", "(?:the )?_ (?:_ )*(?:right |just |immediately )?(?:after|following) (?:that|it|_ (?:_ )*)"],
  ],
  beforeThat: "(?:before|by|prior to) (?:that|then)",
  afterThat:
    "(?:(?:any ?time|any|some ?time|or|and) )?after (?:that|then|this)|any ?time after (?=$|[.,!?]|is |works|would)",
  excludedBefore:
    "(?:not|except|excluding|but not|other than|anything but|any day but|any time but|anytime but|everyday but|every day but|besides|never|apart from|aside from|can not (?:do|make|make it|be there|on|come|meet|work)|can not (?:do|make) (?:it )?|unavailable|not available|busy|not free|away|gone|out of town|avoid|no|nor|will not be (?:home|here|there|around)|am not (?:home|here|around)|works? except|does not work|working|booked|off except|have work) (?:it )?(?:on |for |at all |anything )?(?:the |this |coming )?",
  excludedAfter:
    "(?:morning |afternoon |_ )?(?:(?:is )?(?:a |my |our )(?:\\w+ )?(?:holiday|birthday|anniversary)|(?:(?:is|are|was) )?(?:no good|closed|(?:all )?(?:booked|packed|full|hectic)|crazy|not good|bad|out|not ok|not possible|not great|a no go|not an option|taken|no bueno|terrible|busy)|does not work|do not work|will not work|would not work|not work|does not|is impossible|not good|no good|i can not|i am (?:busy|away|out|not|working|booked|unavailable)|i work|i will not|i have work|i have (?:an|another|a) |wont|we can not|we are (?:busy|away|out))",
  notBefore:
    "(?:(?:not|nothing|none|no (?:visits?|appointments?|one)) (?:available )?before|no earlier than|not until|no sooner than|starting|starting on|beginning|from|as of|any ?day from|any time from|anytime from|until|till|til|back on|back|home on|return on|returning|get back|get back on|available from|free from|available starting|available on or after|on or after|not till|not til|earliest|(?:earliest|soonest) (?:i|we) (?:can|could) (?:do|be there|be home|make it) (?:is|would be)|earliest (?:is|would be)) (?:on |the |this )?(?:_ )?",
  onward:
    "(?:(?:or|and) (?:any ?(?:time|day) )?(?:later|after|beyond|onwards?|whenever after)|onwards?|at the (?:very )?(?:earliest|soonest)|is the (?:earliest|soonest)) (?!{clock}|_ )",
  afterDay: "(?:any ?time |any ?day |some ?time )?after (?:on |the |this )?",
  insteadOf: "(?:instead of|rather than) (?:on |for |at )?(?:the )?",
  movedFrom:
    "(?:from|rescheduled? (?:my|the|our)|(?:move|change|push|switch|swap|bump)(?: (?:my|the|our)(?: (?:appointment|appt|visit|booking))?)?|have (?:you|me|us) (?:down|scheduled|booked)|my|our|was|moved from|have an appointment|have appointment|scheduled for|booked for|appointment (?:on|for|is)|originally|had|appointment is on) (?:on |for )?(?:the )?",
  attached: "(?:at |around |about )?{clock}",
  turned:
    "actually|i mean|i meant|wait|sorry|scratch that|correction|make that|make it|no ,|nvm|never mind|oops|on second thought|better yet|or rather|my bad|change that to|instead(?! of)|in that case|therefore|so(?! (?:that|much|many|far|long|soon|it|bad) )(?! (?:i|we) can (?:leave|go|get|make|be|pick|catch) )",
  mornings: "(?:in the |this |tomorrow |_ )?(?:early )?morning",
  evenings: "(?:in the |this |at |tomorrow |_ )?(?:afternoon|evening|night|tonight)",
};
