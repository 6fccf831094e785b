import type { TradeRow } from "../trade.ts";

export const trades: readonly TradeRow[] = [
  {
    trade: "garage_door",
    weight: 4,
    patterns: [
      "(garage|overhead|roll up|rollup) (door|doors|opener|openers|remote|spring|springs|cable|cables|track|panel|keypad|motor)",
      "(door|garage) (opener|springs?|track|off track|off (the|its) track)",
      "(torsion|extension) spring*",
      "(spring|springs|cable|cables|rollers?) (on|of|for|in) .. garage",
      "(open|close|opens|closes|shut) .. garage",
      "(liftmaster|chamberlain|genie opener)",
      "garage .. (stuck|will not|open*|close*|off)",
    ],
  },
  {
    trade: "plumbing",
    weight: 4,
    patterns: [
      "(water heater*|hot water heater*|tankless|hot water tank|hot water)",
      "(sump pump*|well pump*|water softener*|water filter*|water line*|water main*|main water|gas line*|gas pipe*|sewer line*|drain line*|drain field)",
      "(plumb*|plumer|faucet*|toilet*|commode|sewer*|sewage|septic*|bidet|urinal*|sink|sinks|bathtub*|tub|shower|showerhead|shower head|garbage disposal*|disposal|spigot*|hose bib*|backflow|shut off valve*|shutoff valve*|slab leak*|drain|drains|p trap|water pressure|repipe)",
      "(pipe|pipes|piping|leaky)",
      "(dishwasher|washing machine|washer|fridge|ice maker|refrigerator) .. (line|hose|hookup|hook up|leak*|connect*|drain*)",
      "water .. (leak*|dripping|pouring|everywhere|gushing|spraying|all over|ceiling|basement)",
      "(leak|leaks|leaking|leaky|drip|dripping) .. (ceiling|under|kitchen|bathroom|basement|wall|floor|slab|upstairs)",
      "(clog*|unclog|snake|backed up|backing up|overflow*)",
      "(no|running|brown|cold) water",
    ],
  },
  {
    trade: "locksmith",
    weight: 4,
    patterns: [
      "(lock|locks|locksmith*|deadbolt*|dead bolt*|rekey*|re key*|re keyed|doorknob|door knob|key fob|fob|fobs|transponder|padlock*|latch|smart lock*|keypad lock)",
      "(locked|lock myself|lock me) .. out",
      "(let|get|getting) (me|us|back)? (in|into|inside|back in) .. (house|car|apartment|office|truck|home|place)",
      "(locked|left) .. keys?",
      "(key|keys) .. (made|copy|copied|copies|duplicate*|broke*|snapped|stuck|lost|programmed|cut|replacement|locked|inside|in the (lock|ignition))",
      "(lost|broke|copy|duplicate|spare|new|replacement|car|house|make|made|locked) .. (key|keys)",
      "(ignition|open (my|a|the) safe|safe (opened|combination)|lockout|unlock)",
    ],
  },
  {
    trade: "electrical",
    weight: 4,
    patterns: [
      "(electrician*|electrical|electricity|outlet*|receptacle*|breaker*|breaker box|fuse*|fuse box|gfci|subpanel*|rewire*|wiring|rewiring|light switch*|dimmer*|ceiling fan*|light fixture*|chandelier*|recessed light*|can lights|ev charger*|car charger|charger|tesla charger|generator*|transfer switch|knob and tube|junction box|smoke detector*|smoke alarm*|doorbell|circuit*|surge protector|meter box|power pole|power line*|power outage|electric panel|electrical panel|electrocut*)",
      "(light|lights|lighting) ... (flicker*|out|not|will not|dim*|buzz*|install*|stopped|went|came|blink*)",
      "(flicker*|blinking|dimming) .. (light|lights)",
      "(no|lost|half|without|partial) (the )?(power|electricity)",
      "power .. (out|went out|off|half|lost|flicker*)",
      "(wire|wires|panel|switch|plug|plugs|sparks|sparking|voltage|amp|amps|220|240|outlet)",
    ],
  },
  {
    trade: "hvac",
    weight: 4,
    patterns: [
      "(hvac|furnace*|thermostat*|heat pump*|duct|ducts|ductwork|air handler*|condenser|compressor|freon|refrigerant|mini split*|minisplit*|boiler*|radiator*|air condition*|air filter*|central air|swamp cooler|blower|baseboard heat*|dehumidifier|evaporator|coil|coils|condensate)",
      "(ac|a c) ",
      "(heater|heaters|heating|heat) ",
      "(no|blowing|blows|blow) (any)? (heat|cold air|cool air|hot air|warm air|air|cooling)",
      "air .. (not|will not|is not|stopped|blowing|cold|cool|cooling|vents?)",
      "(cooling|vent|vents)",
      "(tune up|tuneup|pilot light|carbon monoxide)",
    ],
  },
  {
    trade: "plumbing",
    weight: 1,
    patterns: ["(dishwasher*|washing machine*|ice maker|water|leak*|leaking|wet|flood*|drip*)"],
  },
  {
    trade: "clinic",
    weight: 3,
    patterns: [
      "(tooth|teeth|dentist*|dental|doctor*|dr|physician|nurse|clinic|cavity|cavities|filling*|root canal|braces|denture*|veneers|invisalign|whitening|wisdom|gum|gums|molar|toothache|extraction|implant|orthodont*|hygienist|checkup|check up|check-up)",
      "(physical|vaccin*|flu shot|shot|shots|prescription*|refill*|meds|medication*|blood work|bloodwork|lab|labs|x ray|xray|referral|pediatric*|dermatolog*|therap*|copay|insurance|symptom*|covid|strep|std|pregnan*|ultrasound|mri|annual exam|exam|well visit)",
      "(fever*|rash|cough*|sore throat|earache|ear infection|sinus*|migraine*|headache*|stomach|nausea*|vomit*|dizzy|infection*|uti|sprain*|swollen|back pain|knee|ankle|flu|allerg*|asthma|chest pain|pain|hurts|bleeding|crown|cleaning|new patient|patient|appointment with (dr|doctor))",
    ],
  },
];
