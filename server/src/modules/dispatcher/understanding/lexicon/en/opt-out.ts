import type { WordClasses } from "../../text/patterns.ts";
import type { OptOutWords } from "../opt-out.ts";

export const optOutClasses: WordClasses = {
  texts: [
    "(texts?|text messages?|messages?|msgs?|sms|mms|notifications?|alerts?|spam|communications?|marketing|solicitations?|blasts?)",
  ],
  contacting: [
    "(texting|messaging|contacting|spamming|bothering|harassing|calling|bugging|pestering|annoying|hounding|blowing up|emailing|writing|hitting up|sending me|sending us|asking me|texing|messing with)",
  ],
  filler: [
    "(all|the|these|those|your|my|sending|receiving|getting|any|further|with|from|this|me|us|of|automated|auto|robot|annoying|damn|fucking|stupid|out|to|more|future|such|so many|unwanted|to me|out these|on)",
  ],
};

/** Per-se words: 47 CFR 64.1200(a)(10); the carriers' keywords besides. */
export const optOut: OptOutWords = {
  stop: [
    "(stop|stopp|stpo|sotp|stop all|stopall|quit|end|revoke|opt out|optout|opt me out|cancel|cancel all|unsubscribe|unsubscribe me|unsub)",
    "(unsubscribe all|stop texting|stop messages|stop texts|stop it|just stop|end it|stop stop|remove|remove me|no more|enough|leave me alone|go away)",
    "(emojistop|opt-out|take me off|delete me|stop messaging|cease|cease and desist|do not contact|do not text|no text|no texts|stop this|quit it|quit this|end texts|end messages)",
    "(stop me|me stop|text stop|reply stop|stop end|stop quit|stop cancel|stop unsubscribe|stop contact|desist|unsubscibe|unsuscribe|unsubcribe|unsubscribed)",
  ],
  start: [
    "(start|unstop|un stop|opt in|optin|opt me in|subscribe|resume|restart|start again|resubscribe|subscribe me|start texts)",
  ],
  help: ["(help|info|information|help info)"],
  ambiguous: ["(cancel|cancel all|end|end it)"],
  stopClause: [
    "(i|we)? (have|already)? (said|told you|asked you|say|asked|told|mean|repeat)? (to)? (stop|stopall|unsubscribe|opt out|optout|emojistop|stop all)",
    "(no|ok|so|yo|dude|bro|hey|well|and|you need to|you all|you guys|guys|everyone)? (stop|unsubscribe|opt out) (it|already|now|please|right now|immediately|asap|me|dude|bro|this)?",
    "(leave me (the hell|the fuck|tf|the f)? alone|leave us alone|lose (my|this) number|delete (my|this) number|forget (my|this) number|remove me|take me off|unsubscribe me)",
  ],
  stopSense: [
    "@texts (need|needs|have|has|must|should|better|gotta|to|please|can|will)* stop",
    "(want|need|like|make|making|get) (all|these|the|your|those|this)? @texts (to)? stop*",
    "(refrain from|rather not|prefer not to|would like not to|wish not to|opt not to|choose not to) (@contacting|(get|receive|have) (any|these|your|more|those)* @texts|be (texted|contacted|messaged)) ",
    "(take|remove) (this|my) (number|phone|phone number) (off|out|away)",
    "(stop|quit|cease|discontinue|halt|end|enough|done|sick of|tired of|stopp|stpo) (with|it with)? (the|all|your|this|fucking|damn|constantly|ever|always|freaking)? @contacting",
    "(stop|quit|cease|discontinue|halt) (text|message|contact|txt) ",
    "(stop|end|quit|cease|no more|cancel|turn off|discontinue|block|enough with|enough|done with|tired of|sick of|halt|kill|shut off|get rid of|stop with|rid me of|pause) (@filler)? (@filler)? (@filler)? (@filler)? @texts",
    "(do not|never|dont|not to|please no|you may not) (ever|you|you ever|u)? (text|message|contact|sms|txt|msg|bother|texting|contacting|write|messaging) (me|us|this number|my phone|this phone|here|again|anymore|any more|ever|back|please|now|$)",
    "not (text|message|contact|bother|texting|contacting|messaging) (me|us|this number|my phone)",
    "(do not|never) (ever|you)? (text|call|contact|message) (or|and|nor) (text|call|contact|message|email)",
    "(do not|never|not) (ever)? (call) (me|us|this number|here|my phone) (again|anymore|any more|ever|back)",
    "(do not|never|not) (ever|keep)? (send|sending) (me|us)? (any|anymore|more|further|these|those|your|another|any more|no more)? (any|more)? (@texts|anything|stuff|this stuff|these|crap|shit|anymore|any more|more of these)",
    "no (more|further) .. (@texts|texting|contact|communication|messaging)",
    "(remove|take|delete|drop|scrub|erase|pull|cut|strike|removed|taken|wipe|get) (me|my number|my phone|my phone number|my info|my information|us|this number|my name|my contact|my cell|off) (from|off|out of|off of) (of)? (your|the|this|any|all|ur|these)? (mailing|contact|texting|text|call|calling|sms|marketing|phone|distribution|message)? (list|lists|contacts|system|database|texts?|messages?|marketing|records|phone|thing|everything|messaging|files?|computer|campaign|here|it|this|distribution)",
    "(remove|delete|lose|erase|forget) (my|this) (number|phone|phone number|cell|info|contact|information)",
    "(take|remove|get) me (off|out) (please|now|asap|immediately|$)",
    "remove me (please|now|asap|immediately|right now|$)",
    "(opt|opting|opted|want to opt|opt me) (me|us)? out",
    "(i want|let me|want) out of (this|these|your) (list|@texts|text thread|chat|program)",
    "(do not|no longer|not|never|does not) (want|wish|need|care|like|appreciate|wanted|consent|agree|authorize|permit) (to|you|for)? (to)? (receive|receiving|get|getting|be|hear|have|see|keep getting|continue|continue receiving|any|any more|more|these|your|the|this)? (any|anymore|more|these|your|further|the|receiving|getting|this)? (more|of)? (of)? (these|your|ur)? (automated|stupid|annoying|robot)? (@texts|contacted|texted|messaged|contact|texting me|messaging me|contacting me|text me|contact me|message me|bothered|spammed)",
    "(do not|no longer|not) (want|wish|need) to (hear|get anything|receive anything) (from)? (you|yall|you guys|your company|this number)",
    "not interested .. (stop|@texts|remove|texting|messaging|contact me)",
    "(revoke|revoking|withdraw|withdrawing|rescind) (my|all|any|the)? (consent|permission|authorization|opt in)",
    "(unsubscribe|unsub|unsuscribe|unsubcribe|unsubscibe|unsubscribing) ",
    "(block|blocking|blocked|reporting|report) (you|this number|your number|ur number|this as spam)",
    "(how|where) (do|can|would) (i|we) (stop|get off|opt out|unsubscribe|turn off|end|make) (this|these|the|your|receiving|getting)? .. (@texts|list|stop)",
    "(leave me|leave us) (the hell|the fuck|tf|the f)? alone",
    "(lose|delete|forget) (my|this) number",
    "(did not|never|have not|do not remember) (sign|signed|ask|asked|consent|consented|opt|opted|agree|agreed|subscribe|subscribed|request|requested|signing|give permission|gave permission) .. (@texts|text me|texted|message me|contact me|texting)",
    "(make|want|need) (it|this|these|the @texts|them|you|you guys|yall|you all) (to)? stop (texting|messaging|contacting|sending)",
    "stop (the|this|all|any|further|all further|all future)? (contact|communication|messaging|texting|correspondence)",
    "(stop|quit) (getting|receiving) (these|this|them|your|all|any|those)",
    "stop sending (me|us|these|this|stuff|crap|anything|to|$)",
    "(put|place|add) (me|us|my number|this number) (on|to) (your|the) (do not|no) (call|contact|text)",
    "(text|reply|type|texting|replying|sending|say|saying|send|sent|texted|replied) stop (so|and|to (end|stop|opt out|unsubscribe)|already|twice|# times|multiple)",
  ],
  startSense: [
    "(start|resume|restart|begin|turn (back)? on|continue|reactivate) (sending|getting|receiving|the|my|your|back)? (me|the|your|my)? (texting|messaging|@texts|texts again) (me|again|back|us|on)?",
    "(start|resume|begin) (texting|messaging|contacting|sending) (me|us)",
    "opt me (back)? in",
    "(sign|opt|add|put|subscribe|resubscribe) me (back)? (up|in|on|to|onto) (again|for (the|your)? @texts|the list|your list|to (the|your)? @texts|please|$)",
    "(you|u) (can|may) (text|message|contact) me again",
    "(i|we) (want|would like|am ready) to (receive|get|start getting|start receiving|resume|restart) (your|the|my|these)? (@texts)",
    "(resubscribe|unstop|un stop|re subscribe)",
    "(did not mean|by accident|by mistake|accidentally) .. (stop|unsubscribe|opt out|stopped|unsubscribed|opted out)",
    "(accidentally|mistakenly) (texted|sent|replied|typed|hit|opted out|unsubscribed)",
  ],
  masks: [
    "(do not|never|not|did not|please do not|not to|why did i|dont) (want to|mean to|wish to|need to|have to|going to|trying to)? (stop|unsubscribe|opt out|block|quit) (texting|messaging|contacting|sending|me|my|the|these|from|$)?",
    "(do not|dont|please do not|never) (text|message|contact|bother|call) .. (before|after|until|while|during|at night|if|unless|so early|so late|when i|in the morning|at work|on weekends|on sunday*|between|about that)",
    "(do not|not|rather not) (call|calling) .. (text|message|texting|txt)",
    "(waiting|wait|schedule|the schedule|calendar|guest|price|parts|punch|shopping|to do|black) list",
    "(stop|block|cancel|stopped) (payment|pay|check|the check|the payment|my payment)",
    "(alarm|smoke|detector*|security|camera*|phone|low water|freeze|leak|thermostat) (alerts?|notifications?|messages?)",
    "(error|voice|voicemail|warning|fault|status) (messages?|alerts?)",
    "(text|texting) (and driv*|thread)",
    "(no (text|texts|message|messages) (from|yet|came|came through|received|since))",
    "(did|do|have) not (get|got|receive|see|seen|received|gotten) .. (texts?|messages?|text|message)",
  ],
  courtesy: [
    "(please|thanks|thank you|now|ok|hi|hello|hey|sir|madam|already|immediately|right now|asap|pls|kindly|emojistop|emojianger|emojithanks|emojino|emojiyes|just|dude|bro|yo|guys|right away|today|and|thank|much|very|so|you|jeez|god|fuck|fucking|fuckin|freaking|bitch|bitches|asshole|assholes|shit|hell|the|people|jesus|christ|seriously|ffs|wtf|damn|dammit)",
  ],
};
