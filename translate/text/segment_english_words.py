"""English words that tell the stop of an abbreviation from that of a sentence."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words("""
    Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Profs Gen Lt Maj Col Sgt Cpl Pvt Pfc Capt Cmdr Comdr Adm
    Brig Sen Sens Rep Reps Gov Govs Amb Supt Insp Det Atty Rev Revs Fr Hon Pres Mme Mlle
""")
"""A name follows them."""
NUMBERED = _words("""
    No Nos no nos Vol vol Fig fig Figs Art art Sec sec Ch ch Pt pt p pp para paras Rt
""")
"""A number follows them; before anything else they are words."""
MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
NEVER = _words("vs v e.g i.e cf viz approx ca c al")
"""The sentence goes on."""
SHORTENED = _words("""
    Inc Corp Co Cos Ltd Bros Plc LLC Pty Pte Assn Dept Univ Inst Intl Natl Govt Gp Est St Ste Sts
    Mt Mts Ft Ave Blvd Rd Hwy Pkwy Sq Apt Bldg Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan
    Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que
    Alta Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun dept est govt max min avg vol mt ft inc corp
    jr sr
""")
"""The sentence may end behind them: only a word that begins sentences tells."""
STARTERS = _words("""
    The A An He She It They We You I This That These Those There Here His Her Its Their Our My
    Your But And Or So Yet Nor If As At In On By For From With Without Within Into About Among
    After Before During Since Until While When Where Whether Because Although Though Unless Once
    Despite Under Over Across Amid Along Between Through Throughout Against Besides Beyond Instead
    Rather However Meanwhile Moreover Furthermore Therefore Nevertheless Nonetheless Still Then
    Now Thus Also Even Only Just Not No Yes Never Perhaps Maybe Indeed Earlier Later Today
    Yesterday Tomorrow Recently Previously Currently Eventually Finally Additionally Similarly
    Separately Afterward Afterwards Such What Who Whose Which Why How All Any Both Each Every
    Either Neither Few Many Most Much More Some Several Other Others Another One Two Three Four
    Five Six Ten Dozens Hundreds Thousands Half Nearly Almost According Asked Given Like Unlike
    Officials Analysts Experts Critics Observers Authorities Lawmakers Prosecutors Investigators
    Researchers Scientists Residents Witnesses Workers Diplomats Soldiers Troops Voters Supporters
    Opponents Protesters Police Reports Talks Negotiations Nothing Nobody Everyone Everybody
    Someone Something Anyone Being Having Let Did Does Do Is Are Was Were Has Have Had Can Could
    Will Would Should May Might Must
""")
"""Words with a capital that are hardly ever part of a name: a sentence begins."""
EXCLAIMING = _words("Yahoo Jeopardy Wham E")
"""Names that end in an exclamation mark."""
LETTERED = _words("""
    vitamin hepatitis plan grade class group type category section appendix exhibit
""")
"""Words that a single capital letter completes."""
