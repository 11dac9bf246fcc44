"""The words that show which way a clause points in time: tense, modality, intention.

Each table holds patterns; a space is a space. `AHEAD` says that something is still to come. `INTENDED` are
words in the past tense, and nouns, whose object is still to come (`agreed to meet`, `a plan to visit`).
`DECIDED` are those whose object is no appointment: the day beside them is mostly that of the decision.
`PAST` are past tenses. `BREAKS` end a clause.
"""

import re

# "fired what appeared to be six rockets on Wednesday" is over
_SEEMING = "".join(f"(?<!{word} )" for word in ("appeared", "appears", "seemed", "seems", "believed", "said"))
_AUXILIARIES = (
    r"will|won['’]t|shall|would|(?-i:may)|might|must|should|cannot",
    rf"{_SEEMING}to be",
    r"could(?! not)(?! be (?:reached|located|contacted|found|seen|heard|verified))",
    r"(?:has|have|need|needs) to",
    r"(?:is|are|was|were|be|been|being)(?! to have\b)(?: (?:now|also|still|widely|reportedly|currently|not))?"
    r" (?:expected|due|scheduled|set(?! (?:ablaze|alight|on fire|free|off|up))|slated|supposed|likely|"
    r"planned|poised|going|about(?= to\b)|preparing|planning|hoping|to)",
)
_PRESENT_INTENTIONS = (
    r"(?:expects?|plans?|hopes?|intends?|wants?|aims?|prepares|needs|seeks|vows?|pledges|promises) to",
    r"plans? for|preparations for|deadline (?:is|of|for|expires)",
    r"upcoming|forthcoming|scheduled|slated|payable",
)
_APPOINTMENTS = (
    "meet hold visit travel go come leave return arrive fly resume start begin open reopen launch convene "
    "gather attend host sit talk discuss try vote appear testify speak address join end close stop release "
    "free deliver send withdraw march strike sign"
)
_DECIDED = (
    "(?:agreed|decided|vowed|pledged|promised|offered|threatened|proposed|invited|urged|asked|ordered|"
    "volunteered)"
)
_SCHEDULED = (  # the present tense of what stands on a calendar: his tour ends Sunday
    "begins starts opens ends leaves departs arrives convenes expires resumes travels flies meets sails "
    "speaks sits sends appears testifies holds hears goes joins receives plays faces attends delivers unveils"
)
_THEY_WILL = "leave vote return arrive travel fly sail head"  # behind a plural: lawmakers vote Saturday
_PRESENT_ONLY = "begin convene depart resume meet"  # no past tense, and seldom a noun
_ON_THE_CALENDAR = (
    rf"(?:{'|'.join(_SCHEDULED.split())}|kicks off|takes (?:place|effect|office)|goes to the polls|heads to"
    r"|returns (?:to|from))",
    r"(?-i:(?:visits|hosts|tours|welcomes|addresses|votes|rules) (?=[A-Z]|the |on (?:a|the) ))",
    rf"(?<=[a-z]s )(?<!['’]s )(?:{'|'.join(_THEY_WILL.split())}|go to the polls)",
    rf"(?<!\bto )(?<!not )(?<!n['’]t )(?<!\ba )(?<!the )(?:{'|'.join(_PRESENT_ONLY.split())})",
)
_TO_DO = r"to (?-i:(?=[a-z]))(?!(?:the|a|an|its|his|her|their|both|all|any|every)\b)"  # no "threat to Iran"
_NO_GIFT = (  # "extended an invitation to Kim"
    r"(?!(?: \w+){1,3} (?:invitation|greetings|condolences|congratulations|thanks|offer|branch|hand|apolog|"
    r"welcome|support|sympath|wishes))"
)
_PAST_INTENTIONS = (
    r"(?:planned|expected|hoped|intended|prepared|scheduled|set|due|slated|arranged)"
    r" (?:\w+ ){0,2}?(?:to|for)",
    rf"{_DECIDED} (?:\w+ ){{0,2}}?(?:for|to (?:\w+ly )?(?:{'|'.join(_APPOINTMENTS.split())}))",
    r"(?:agreement|decision|pledge|promise|offer|threat|plans?|planning|bid|deal|pact|proposals?|invitation|"
    r"chance|"
    rf"ready|preparing|time|set|due|deadline) (?:{_TO_DO}|for)",
    rf"(?:extended{_NO_GIFT}|postponed|delayed|deferred|adjourned|suspended)"
    r"(?: \w+){0,8} (?:to|until|till|through)",
    r"(?:given|gave|gives|has|have)(?: \w+){0,6} until",
    r"planned|scheduled|slated",
)
_IRREGULAR_VERBS = (
    "agreed arose ate beat became began bore bought broke brought built came chose dealt did died drew "
    "drove fell fled flew forgot fought found freed gave got grew had held hid hit kept knew laid lay led "
    "left lent lost made meant met overthrew paid put quit ran rose said sang sank sat saw sent set shook "
    "shot shut slept sold spent spoke stood struck swept swore taught thought threw told took tore "
    "undertook was went were withdrew woke won wore wrote blew caught dug fed forbade froze hung hurt leapt "
    "overcame overtook rang rebuilt rode sought stole stuck swung upheld withheld"
)
_NO_VERBS = (
    "e hundr sacr specifi identifi disclos precedent confirm"  # stems before -ed: need, hundred, unspecified
)
_REGULAR_VERBS = "(?-i:[a-z]+" + "".join(f"(?<!{stem})" for stem in _NO_VERBS.split()) + "ed)"  # not `United`

AHEAD = "|".join((*_AUXILIARIES, *_PRESENT_INTENTIONS, *_ON_THE_CALENDAR))
INTENDED = "|".join(_PAST_INTENTIONS)
DECIDED = rf"{_DECIDED} (?:\w+ ){{0,2}}?to"
PAST = "|".join(
    (
        *_IRREGULAR_VERBS.split(),
        r"(?:was|were|did|had)n['’]t",
        r"(?:has|have)(?: (?:not|also|already|since|now))? been",
        # "the upcoming visit follows his trip in May"
        r"follows(?= (?:his|her|its|their|the|an?|(?:\w+ ){0,3}\w+['’]s?) )",
        _REGULAR_VERBS,
    )
)
BREAKS = (
    r"[;:]|[”\"]|, (?:and|but|which|who|where|when|while|as|after|before) "
    r"|\b(?:but|which|who|that|while|because|although|whether)\b|,(?= the )"
)
LEADS_BACK = "since|last|ended"
LEADS_ON = (
    "between now and|as early as|as soon as|no later than|ahead of|effective|next|in time for|"
    "in the run-up to"
)
BEFORE_EXPRESSION = re.compile(
    rf"\b(?:(?P<intended>{INTENDED})|(?P<decided>{DECIDED})|(?P<future>{AHEAD})|(?<=['’])(?P<short>ll)|(?P<past>{PAST}))\b",
    re.IGNORECASE,
)
AFTER_EXPRESSION = re.compile(
    rf"\b(?:(?P<intended>(?!))|(?P<decided>(?!))|(?P<future>{AHEAD})|(?<=['’])(?P<short>ll)|(?P<past>{PAST}))\b",
    re.IGNORECASE,
)
PAST_TENSE = re.compile(PAST)
