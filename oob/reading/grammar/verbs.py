"""The verbs that reading knows, in all their forms, with what each alleges of a thing. Data only."""

from __future__ import annotations

import re
from itertools import product
from typing import Final, NamedTuple


def bag(words: str) -> frozenset[str]:
    """A set of words, written as one line of them."""
    return frozenset(words.split())


_ENEMY: Final = re.compile("[^aeiou]y$")
"""Nouns that change their last letter in the plural, as "envoy" does not."""


def both(singulars: str) -> frozenset[str]:
    """Regular nouns in the singular and the plural."""
    words = bag(singulars)
    return words | {f"{each[:-1]}ies" if _ENEMY.search(each) else f"{each}s" for each in words}


class Frame(NamedTuple):
    """What a verb alleges of a thing: the action, and who its doer is to that thing."""

    action: str
    doer: str = "operator"
    alone: str = ""
    """The action where the thing itself is the subject and nothing else is the object: "the jets landed"."""
    with_: bool = False
    """The thing stands after "with", the receiver is the object: "armed Kyiv with tanks"."""


class Idiom(NamedTuple):
    """What a verb means together with a noun: "went up in flames"."""

    prep: str
    """The preposition before the noun; blank where it is the object."""
    noun: str
    thing: str
    """What the thing is to the verb, subject or object, or that it hangs on the noun: of."""
    action: str


# Each line: an action, who the doer is, and the verbs. A particle follows an underscore.
_FRAMES: Final = """
deployed operator: deploy redeploy field position mobilise mobilize commit concentrate mass amass install send_in
deployed operator: move_in bring_in emplace muster rush insert stage push set_up put_up throw_in reposition array
deployed operator: gather assemble accumulate
deployed operator: scramble surge pre-position preposition forward bring_up move_up pull_up dig_in entrench activate
delivered supplier: send ship dispatch airlift deliver transfer hand hand_over unload offload smuggle channel funnel
delivered supplier: pour fly_in bring rush_in convey bring_over divert consign hand_out pass_on turn_over sign_over
delivered supplier: traffic freight shuttle drop_off distribute pass infiltrate return ship_in truck_in dole_out
supplied supplier: supply provide give donate furnish sell lend gift export contribute loan resupply bestow grant award
delivered receiver: induct commission
supplied supplier: allot extend afford bequeath sponsor
supplied receiver: receive get obtain acquire secure import inherit amass_up source pick_up
purchased receiver: buy purchase procure order snap_up splash_out_on
operates operator: use operate employ run possess have own drive crew man wield utilise utilize boast retain pilot
operates operator: switch_on turn_on power_up
operates operator: rely_on command brandish lean_on harness count_on depend_on hold charter lease
present -: see spot photograph film observe identify show depict reveal detect notice document record geolocate
present -: capture_camera count picture sight find display exhibit uncover discover locate verify videotape spy glimpse
present -: unearth stumble_upon stumble_on come_across happen_upon hear
present -: park pinpoint stop halt feature discern encounter make_out recognise recognize distinguish
present operator: place line_up parade unveil showcase flaunt show_off
based operator: host base station house garrison quarter berth moor anchor billet
stored operator: keep store shelter warehouse stockpile hide keep_in conceal stash cache stow mothball camouflage
destroyed opponent: destroy wreck obliterate incinerate burn blow_up sink knock_out take_out eliminate neutralise
destroyed opponent: neutralize demolish annihilate torch explode blow_apart burn_out put_out_of_action raze smash
destroyed opponent: pulverise ruin shatter gut blast devastate decimate vaporise vaporize wipe_out finish_off write_off
destroyed opponent: scuttle torpedo ignite liquidate crush char burn_down mangle pick_off pulverize detonate tear_apart
destroyed opponent: rip_apart hunt_down mop_up
shot-down opponent: down force_down shoot_down bring_down intercept shoot gun_down knock_down take_down swat splash
captured opponent: capture seize confiscate trophy overrun commandeer loot impound grab take snatch nab recapture
captured opponent: recover take_over round_up
captured opponent: make_away_with go_away_with cart_away cart_off
captured opponent: drive_off_with walk_off_with run_off_with come_away_with walk_away_with fly_off_with
captured opponent: retake make_off_with get_away_with appropriate expropriate pillage plunder steal hijack requisition
abandoned operator: abandon surrender leave_behind leave ditch desert discard forsake cede relinquish give_up jettison
lost operator: lose forfeit
damaged opponent: damage hit cripple disable scorch dent maim harm riddle pepper immobilise immobilize batter impair
damaged opponent: wing hole
killed opponent: kill
struck operator: strike bomb bombard shell pound attack target raid fire launch lob drop unleash rain carry_out conduct
struck operator: rake spray shower saturate plaster
struck operator: hammer expend use_up burn_through discharge strafe pummel hurl loose rain_down assail blitz go_after
withdrawn operator: airlift_out fly_out move_out ship_out bring_out withdraw pull_out pull_back remove evacuate recall
withdrawn operator: redeploy_from strike_off decommission extract bring_home phase_out retire ship_back send_back
withdrawn operator: take_away pull take_back fly_home repatriate call_back fly_back
transported operator: transport carry ferry move haul tow fly sail lead_in shift truck bus cart relocate convoy
transported operator: bear lug
repainted operator: repaint paint overpaint unmark
escorted operator: escort accompany
refuelled operator: refuel
serviced operator: repair service maintain overhaul refurbish upgrade modernise modernize restore refit fix mend
serviced operator: retrofit recondition rebuild rehabilitate renovate work_on
trained operator: train instruct drill teach coach
recruited operator: recruit enlist hire conscript sign_up
exercised operator: exercise rehearse test
laid operator: lay plant sow scatter mine bury release
planned operator: plan promise pledge vow intend prepare approve authorise authorize consider threaten agree propose
planned operator: earmark offer announce contemplate commit_to discuss request seek mull weigh greenlight schedule
planned receiver: await
planned operator: envisage foresee allocate sign_off_on set_aside put_aside
"""

# The thing is the subject and there is no object.
_ALONE: Final = """
transported: fly sail travel transit cross head drive roll pass move depart leave taxi steam trundle stop refuel land
transported: touch_down fly_back fly_in dock stream trickle ride rumble snake wind speed set_off set_out race shuttle
transported: advance pour push shift ply march
operates: take_off belong overfly
deployed: arrive come enter reach deploy appear_at join return sign_up turn_up show_up roll_in pour_in move_in drive_in
deployed: move_up move_forward
deployed: go_in flood flock converge pull_in flow descend penetrate infiltrate fan_out dig_in disembark mass
present: participate take_part train remain stand sit appear gather be stay loiter fight operate patrol lurk serve
present: assemble exist stay_on circle hover roam lie rest linger prowl line_up feature guard protect defend wait idle
present: swarm battle parade man_up block surround encircle
withdrawn: withdraw retreat pull_out pull_back flee exit vacate quit move_out evacuate go_home fall_back clear_out
withdrawn: fly_home back_off draw_back pack_up decamp draw_off
crashed: skid veer collide crash come_down go_down plunge plummet nosedive ditch overturn crash-land
destroyed: burn explode sink perish blow_up burn_out go_up detonate burn_down disintegrate capsize founder blaze
destroyed: smoulder smolder erupt
captured: change_hands
struck: strike bomb attack hit shell pound target raid rain rain_down pummel slam smash plough
struck: plow thud go_off go_after rake shower saturate
planned: await
"""

_WITH: Final = {
    "supply",
    "provide",
    "arm",
    "equip",
    "issue",
    "outfit",
    "furnish",
    "present",
    "reinforce",
    "bolster",
    "kit",
    "reward",
    "fit out",
    "kit out",
    "beef up",
    "shore up",
    "augment",
    "strengthen",
}
"""Verbs whose receiver is the object and whose thing stands after "with"."""

# past, past participle; blank for regular ones, which are made by rule.
_IRREGULAR: Final = """
send sent sent|give gave given|sell sold sold|lend lent lent|get got gotten|buy bought bought|bring brought brought
|run ran run|have had had|drive drove driven|keep kept kept|see saw seen|show showed shown|find found found
|hide hid hidden|burn burned burnt|blow blew blown|sink sank sunk|shoot shot shot|take took taken|leave left left
|lose lost lost|hit hit hit|strike struck struck|fly flew flown|withdraw withdrew withdrawn|lay laid laid
|sow sowed sown|come came come|stand stood stood|sit sat sat|be was been|fight fought fought|put put put
|say said said|tell told told|speak spoke spoken|write wrote written|think thought thought|know knew known
|hold held held|fall fell fallen|go went gone|make made made|grow grew grown|begin began begun|lead led led
|win won won|meet met met|pay paid paid|set set set|let let let|become became become|break broke broken
|build built built|choose chose chosen|draw drew drawn|eat ate eaten|feel felt felt|hear heard heard|rise rose risen
|seek sought sought|shut shut shut|spend spent spent|spread spread spread|steal stole stolen|swear swore sworn
|teach taught taught|understand understood understood|wear wore worn|bear bore borne|bind bound bound|cut cut cut
|deal dealt dealt|dig dug dug|drop dropped dropped|feed fed fed|flee fled fled|forbid forbade forbidden
|freeze froze frozen|keep kept kept|mean meant meant|overrun overran overrun|ride rode ridden|ring rang rung
|shake shook shaken|split split split|throw threw thrown|wake woke woken|down downed downed
|undertake undertook undertaken|foresee foresaw foreseen|tear tore torn|hurt hurt hurt|catch caught caught
|lie lay lain|wind wound wound|beat beat beaten|bend bent bent|cast cast cast|swim swam swum|cling clung clung
|creep crept crept|forsake forsook forsaken|overtake overtook overtaken|retake retook retaken|rid rid rid
|speed sped sped|sweep swept swept|thrust thrust thrust|undergo underwent undergone|withstand withstood withstood
|refit refitted refitted|lade laded laden|shed shed shed|cost cost cost|rebuild rebuilt rebuilt|repay repaid repaid
|outnumber outnumbered outnumbered|overfly overflew overflown|read read read
"""

# Turns of phrase: the verb, its preposition (blank for an object), and the noun that makes it one. "of" turns tell of
# what hangs on that noun: "took possession of two tanks". Particles of the verb follow an underscore, bars part words
# that stand in the same place.
_IDIOMS: Final = """
destroyed subject: go_up/in/flames go/in/flames burst/into/flames catch//fire catch//alight meet//end burn/to/ground
destroyed subject: explode/in/flames go_up/in/smoke be/in/flames be/on/fire be/in/ruins erupt/in/flames
destroyed subject: fall//victim|prey go_down/in/flames sink|go/to/bottom lie/in/ruins
damaged subject: take//hit take//hits sustain//hit sustain//hits suffer//hit suffer//hits
destroyed object: set/on/fire set//ablaze set//alight set//afire set//aflame blow/to/pieces blow/to/bits
destroyed object: blow/to/smithereens reduce/to/ashes reduce/to/wreckage reduce/to/scrap reduce/to/rubble
destroyed object: turn/into/scrap send/to/bottom rip/to/pieces tear/to/pieces tear/to/shreds
destroyed object: engulf/in/flames burn/to/ground render//inoperable|unusable|useless|inoperative
destroyed object: leave/in/flames leave/in/ruins leave/on/fire damage/beyond/repair
destroyed object: reduce/to/wrecks reduce/to/dust put|put_out|knock|knock_out/of/action|service|commission|use
captured subject: slip|drop|get|come/into/hands fall/into/hands fall/to/hands fall/in/hands pass/into/hands
captured subject: end_up/in/hands end/in/hands
captured subject: change//hands lay_down//arms lay_down//weapons give_up//arms hand_over//arms
captured of: take//possession gain//possession seize//control gain//control take//control wrest//control take//charge
captured of: assume//control come/into/possession take//custody get/on/hands get//hands lay//hands get//hold take//hold
captured of: regain//control help/to/possession
deployed subject: take_up//position|positions|station|stations take//station|position|positions
delivered object: make//available put|place/into|in/hands
delivered of: take//delivery accept//delivery complete//delivery carry_out//delivery begin//delivery start//delivery
delivered object: take/into/service accept/into/service receive/into/service induct/into/service bring/into/service
operates of: make//use have/at/disposal be/in/possession have//possession keep//possession retain//possession
operates of: be/in/charge remain/in/possession maintain//fleet operate//fleet have//fleet
operates object: put/into/service press/into/service put/to/use put/in/service put/into/operation
operates object: bring/into/action|play enter/into/service press/into/action throw/into/battle|fight commit/to/battle
operates subject: return/to/service go_back/into/service
operates subject: enter//service be/in/service remain/in/service see//action see//combat see//service go/into/action
operates subject: be/in/use remain/in/use come/into/service take/to/air take/to/skies take/to/sky be/in/hands
operates subject: remain/in/hands fly//sorties fly//missions fly//patrols conduct//flights perform//flights
operates subject: make//flights make//sorties be/at/disposal join//fight join//battle go/into/service go/into/battle
operates subject: come/into/action be/on/operation|mission|patrol|sortie|missions|patrols
struck subject: find//target|mark|targets hit//target|mark|targets reach//target|targets
present subject: come/under/fire come/under/attack come/under/bombardment come/under/shelling be/on/display
present subject: go/on/display be/under/fire take//part have//presence
present subject: make//appearance lie/in/wait stand//guard mount//guard come/into/view be/on/view go/on/show be/on/show
present subject: take//shelter keep//watch be/on/ground remain/on/ground be/on/standby stand/at/ready take//cover
present subject: be/in/place|evidence
withdrawn subject: begin|start|complete|finish|continue|conduct|make//withdrawal|retreat|pullout|pullback|departure
deployed subject: begin|start|complete|finish|continue|make//deployment|redeployment
transported subject: cross//border be/on/way be/in/transit be/under/way head//way
present object: put/on/display put/on/show place/on/display catch/on/camera capture/on/camera capture/on/film
present object: catch/on/film capture/on/video catch/on/video bring/to/light
deployed subject: take_up//positions take_up//position
deployed subject: set//foot make//way make//landfall make//debut arrive/on/scene take/to/streets find//way find/into/way
deployed object: send/into/battle send/to/front put/in/position put/in/place move/into/position bring/to/bear
deployed object: put/on/alert place/on/alert put/on/standby throw/into/fray bring/into/position set/in/place
deployed object: put/at/disposal
stored object: put|place|move|return/into|in/storage|reserve|mothballs keep|hold|leave/in/storage|reserve|mothballs
stored object: consign|send|move|relegate/to/storage|reserve
stored subject: be|lie|sit|stand|remain|stay/in/storage|reserve|mothballs
serviced subject: be/under/repair undergo//repairs undergo//repair undergo//maintenance undergo//overhaul be/in/repair
withdrawn object: take|pull|withdraw/off|from/line|lines|front|frontline|frontlines
withdrawn object: take_out/of/service withdraw/from/service pull/from/service send//home bring//home
withdrawn object: drag|tow|ship|take|airlift|move//home take/of/service pull/of/service take/of/use
withdrawn subject: go//home return//home head//home sail//home fly//home leave//country
shot-down object: blow|blow_out|knock|knock_out|blast|shoot|take_out/of/sky|skies|air
crashed subject: hit//ground fall/from/sky lose//control make//landing drop/from/sky fall_out/of/sky
repainted object: give//coat give//paint give//layer offer//coat offer//layer get//coat
transported subject: be/on/move
escorted subject: fly|provide//escort
transported object: see/on/move see/on/way spot/on/move spot/on/way film/on/move film/on/way observe/on/move
transported object: notice/on/move notice/on/way sight/on/move sight/on/way photograph/on/move photograph/on/way
damaged subject: sustain//damage suffer//damage get//damage receive//damage take//damage incur//damage
planned of: place//order sign//contract sign//deal approve//sale agree//sale announce//sale clear//sale
supplied of: approve//transfer
"""

# Verbs that allege nothing of equipment; known so that a phrase ends where one begins.
_PLAIN: Final = """
accept amount accuse achieve acknowledge act add address admit advance affect aim allege allow announce answer
apologise apologize appear argue arrange arrest ask assess assist associate assume attempt attend avoid back backfire
ban become begin believe belong benefit blame block bolster boost break build call cause cease challenge change charge
cite claim clash close collapse collect comment commit compare complain complete concede conclude condemn confirm
confront consider consist consolidate constitute contact contain continue contribute convince coordinate cover create
criticise criticize cut deal decide declare decline defeat defend define demand demonstrate deny depend describe
deserve design detain determine develop die differ direct disappear discuss dismiss display dispute do dominate doubt
drag draw drop ease emerge enable encourage end enjoy ensure establish estimate examine exceed exchange exclude
execute expand expect explain expose express extend face facilitate fail fall favour favor fear feel flee focus follow
force form free fuel fulfil gain go govern supervise grant grow guard happen harm head hear help hide hold hope host
include comprise identify ignore impede implicate imply impose improve increase indicate inflict inform injure insist
inspect intend intensify interview introduce invade investigate invite involve issue join judge justify know lack last
lead learn let lie like limit link list listen live look maintain make manage march mark matter mean meet mention
mount name need negotiate note object occupy occur offer open oppose organise organize oust participate pay permit
persuade play please point pose praise predict prefer press prevent proceed produce promote prompt propose protect
protest prove publish pursue question quote raise reach react read realise recapture receive recognise recognize
reduce refer reflect refuse regard reinforce reject relate release rely remind repeat replace reply report represent
request require rescue resign resist resolve respond restrict result retake reveal reverse rise risk rule say search
seem serve set settle shape share shift shut sign signal slow speak spend spread stall start state steal step stop
stress strengthen succeed suffer suggest summon support suppose surround survive suspect suspend sustain swear take
talk tell tend testify thank think threaten throw tie tighten total touch track switch swap treat trigger try turn
understand undertake unite update urge use vary visit vote wait walk want warn watch weaken welcome win wish witness
work worry load pack cram fill stack fit compose dispose ground guide devote wound write yield outnumber relocate
suppress silence board lade purge cleanse rid clear analyse analyze
expel evict dislodge eject rout flush kick reclaim regain reconquer wrest administer
ramp resume renew escalate inflict retaliate attribute ascribe
liberate besiege ambush storm assault repel repulse thwart parry deflect rebuff foil allocate earmark finance fund
cancel postpone shelve veto withhold rescind revoke ratify abort rearm restock replenish convert modify adapt certify
sponsor mediate broker sanction violate breach flout rebuild overtake engage transform alter revolutionise
"""

# Speech: how firmly the speaker stands behind what he says.
_SPEECH: Final = """
alleged: say tell state add allege claim accuse charge report announce declare note explain describe warn write insist
alleged: stress maintain contend tweet post point_out reveal disclose testify remark mention comment argue complain
alleged: quote recount recall brief inform suggest caution reiterate repeat assert implicate blame indicate show reply
alleged: respond read observe profess purport cite publish demonstrate document detail acknowledge_that
alleged: sum_up clarify specify
assessed: assess judge estimate believe think conclude calculate reckon suspect consider determine find identify expect
assessed: infer assume
asserted: confirm prove concede acknowledge admit verify establish recognise recognize boast apologise apologize
denied: deny dismiss reject refute rebut dispute disavow rubbish
"""


def _table(text: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for line in text.strip().splitlines():
        head, _, words = line.partition(":")
        table.setdefault(head, []).extend(words.split())
    return table


def _frames() -> dict[str, Frame]:
    frames: dict[str, Frame] = {}
    alone = {verb.replace("_", " "): action for action, verbs in _table(_ALONE).items() for verb in verbs}
    for head, verbs in _table(_FRAMES).items():
        action, doer = head.split()
        for verb in verbs:
            spelled = verb.replace("_", " ")
            frames.setdefault(spelled, Frame(action, "" if doer == "-" else doer, alone.pop(spelled, "")))
    for verb, action in alone.items():
        frames[verb] = Frame("", "", action)
    for verb in _WITH:
        frame = frames.get(verb, Frame("supplied", "supplier"))
        frames[verb] = frame._replace(with_=True) if verb in frames else Frame("", "supplier", with_=True)
    return frames


FRAMES: Final = _frames()
"""By verb, with its particle where it has one."""


def _idioms() -> dict[str, list[Idiom]]:
    found: dict[str, list[Idiom]] = {}
    for head, turns in _table(_IDIOMS).items():
        action, thing = head.split()
        for turn in turns:
            verbs, preps, nouns = (part.split("|") for part in turn.split("/"))
            for verb, prep, noun in product(verbs, preps, nouns):
                found.setdefault(verb.replace("_", " "), []).append(Idiom(prep, noun, thing, action))
    return found


IDIOMS: Final = _idioms()
"""By verb: the nouns that make it mean something of its own."""

SPEECH: Final = {verb.replace("_", " "): stance for stance, verbs in _table(_SPEECH).items() for verb in verbs}
"""Verbs of speech and judgement, by the stance that they put what is said in."""

PARTICLES: Final = bag("down up out over in back apart along away aside off on behind")


class Form(NamedTuple):
    """One form of a verb."""

    verb: str
    form: str
    """base, s, past, pp, pastpp (a form that is both) or ing."""


_STRESSED_LAST: Final = bag(
    "refit commit transfer equip permit admit refer outfit repel compel expel propel control patrol"
    " rebel kidnap deter concur"
    " incur occur prefer submit omit emit transmit recur infer confer defer handicap unplug"
)
"""Verbs of two syllables that double their last consonant in every spelling."""


def _double(verb: str) -> bool:
    """Whether the last consonant doubles: ship, shipped."""
    if verb in _STRESSED_LAST:
        return True
    closed = len(verb) > 2 and verb[-1] in "bdgmnprtl" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"
    return closed and len(verb) <= 4 and verb not in ("open", "exit", "edit")


def _british(verb: str) -> bool:
    """Whether British spelling doubles a last l: travelled, beside American traveled."""
    return len(verb) > 4 and verb[-1] == "l" and verb[-2] in "aeiou" and verb[-3] not in "aeiou"


def _inflected(verb: str) -> tuple[str, str, str]:
    """The -s, -ed and -ing forms of a regular verb."""
    if verb.endswith("e"):
        kept = verb.endswith(("ee", "oe", "ye"))  # seeing, fleeing
        ing = verb[:-2] + "ying" if verb.endswith("ie") else f"{verb if kept else verb[:-1]}ing"
        return verb + "s", verb + "d", ing
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    stem = verb + verb[-1] if _double(verb) else verb
    s = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return s, stem + "ed", stem + "ing"


_SELDOM_VERBS: Final = bag(
    "down mass man like park mine mines field fields base bases arms place places close fires open clear live gun guns"
    " board boards hole holes silence"
)
"""Forms that are nearly always something else."""


def _forms() -> dict[str, Form]:
    irregular = {}
    for entry in _IRREGULAR.replace("\n", " ").split("|"):
        base, past, participle = entry.split()
        irregular[base] = (past, participle)
    verbs = {verb.split(" ")[0] for verb in (*FRAMES, *SPEECH, *IDIOMS)} | set(_PLAIN.split()) | set(irregular)
    forms: dict[str, Form] = {}
    for verb in sorted(verbs):
        s, past, ing = _inflected(verb)
        past, participle = irregular.get(verb, (past, past))
        if _british(verb):
            forms |= {verb + "led": Form(verb, "pastpp"), verb + "ling": Form(verb, "ing")}
        forms[verb] = Form(verb, "base")
        forms[s] = Form(verb, "s")
        forms[ing] = Form(verb, "ing")
        if past == participle:
            forms[past] = Form(verb, "base" if past == verb else "pastpp")
        else:
            forms[past] = Form(verb, "past")
            forms.setdefault(participle, Form(verb, "pp"))
    forms |= {
        "has": Form("have", "s"), "had": Form("have", "past"), "got": Form("get", "past"), "gotten": Form("get", "pp"),
        "burnt": Form("burn", "pastpp"), "burned": Form("burn", "pastpp"), "proven": Form("prove", "pp"),
        "refuelled": Form("refuel", "pastpp"), "refueled": Form("refuel", "pastpp"), "lying": Form("lie", "ing"),
        "parading": Form("parade", "ing"), "shelled": Form("shell", "pastpp"),
        # "control" itself is nearly always the noun
        "controlled": Form("control", "pastpp"), "controlling": Form("control", "ing"),
        "controls": Form("control", "s"),
    }  # fmt: skip
    for word in _SELDOM_VERBS:
        forms.pop(word, None)
    return forms


FORMS: Final = _forms()
"""Every form of every known verb."""
