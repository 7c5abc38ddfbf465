"""The words that reading knows: function words, nouns that stand for verbs, hedges, people who speak. Data only."""

from __future__ import annotations

import shlex
from typing import Final

from oob.reading.grammar.verbs import FORMS, FRAMES, IDIOMS, PARTICLES, SPEECH, Form, Frame, Idiom, bag, both

__all__ = ["FORMS", "FRAMES", "IDIOMS", "PARTICLES", "SPEECH", "Form", "Frame", "Idiom", "bag", "both"]
# the verbs are part of the lexicon for whoever reads it

CHARGES: Final = bag("allegation accusation claim charge report assertion suggestion version")
"""What stands for all that was told, before whoever denies it: ..., a charge that Moscow denies."""
OBSERVING: Final = bag(
    "count see spot observe monitor document geolocate verify record track detect photograph film identify"
    " witness notice list"
)
"""What somebody who looks does; what he saw is his word."""

# Function words, by their tag.
TAGS: Final = {
    **dict.fromkeys(bag(
        "a an the this that these those his her its their our my your some any each every both all"
        " other another"), "D"),
    **dict.fromkeys(bag("no"), "X"),
    **dict.fromkeys(
        bag(
            "of in at on near from to into onto via through by for with over against under inside"
            " outside around across toward"
        " towards between among amid after before during since until within without along alongside"
        " behind beyond above below"
        " off up upon despite about like aboard including according besides per next throughout past beside"), "I"),
    **dict.fromkeys(bag("and or but nor plus"), "C"),
    **dict.fromkeys(bag(
        "that which who whom whose what where when while because although though if whether as than"
        " so unless once whereas how why"), "R"),
    **dict.fromkeys(bag("is are was were be been being am 's 're"), "A"),
    **dict.fromkeys(bag("has have had having"), "H"),
    **dict.fromkeys(bag("do does did"), "O2"),
    **dict.fromkeys(bag(
        "will would shall may might can could should must cannot ’ll 'll won't wouldn't can't"
        " couldn't"), "M"),
    **dict.fromkeys(bag(
        "not never n't hardly neither didn't hasn't haven't hadn't isn't aren't wasn't weren't"
        " doesn't don't"), "X"),
    **dict.fromkeys(bag("he she it they them him i we us you there here himself itself themselves one"), "O"),
    **dict.fromkeys(
        bag(
            "also then now still already again soon once later earlier just even only recently"
            " previously formerly actually"
        " likewise reportedly allegedly apparently too however instead meanwhile largely mostly mainly partly together"
        " often always ever perhaps possibly probably likely first finally thus further there well far"
        " long twice increasingly"
        " yet very directly nearly almost back forward out down apart online ashore offshore onboard"
        " so-called purportedly supposedly abroad away afterwards afterward thereafter sometimes otherwise nevertheless"
            " nonetheless moreover furthermore beforehand elsewhere overseas"), "B"),
}  # fmt: skip
TAGS["that"] = "R"
TAGS["there"] = "O"

MODALS_POSSIBLE: Final = bag("may might could can")
MODALS_FUTURE: Final = bag("will would shall won't 'll ’ll should must")
HEDGES_POSSIBLE: Final = bag("possibly perhaps maybe potentially conceivably possible")
HEDGES_ALLEGED: Final = bag("reportedly allegedly purportedly supposedly alleged purported supposed rumoured rumored")
HEDGES_ASSESSED: Final = bag("probably likely apparently presumably seemingly")

# Nouns that stand for a verb: "the arrival of Russian planes". By noun: action, who its doer is.
NOMINALS: Final = {
    **dict.fromkeys(bag(
        "deployment redeployment positioning stationing mobilisation mobilization dispatch build-up"
        " buildup"), ("deployed", "operator")),
    **dict.fromkeys(bag(
        "arrival arrivals influx inflow appearance introduction emplacement installation insertion massing amassing"
        " concentration concentrations"
    ), ("deployed", "operator")),
    **dict.fromkeys(bag(
        "delivery deliveries shipment shipments shipping transfer transfers airlift handover unloading offloading"
        " resupply smuggling trafficking"
    ), ("delivered", "supplier")),
    **dict.fromkeys(bag(
        "supply supplies provision donation sale sales export exports gift package consignment"
    ), ("supplied", "supplier")),
    **dict.fromkeys(
        bag("purchase purchases acquisition procurement receipt import imports"), ("purchased", "receiver")
    ),
    **dict.fromkeys(bag(
        "use usage operation operations employment possession ownership existence stockpile arsenal"
        " inventory fleet stock stocks reliance dependence dependency"), ("operates", "operator")),
    "presence": ("present", "operator"),
    **dict.fromkeys(bag("firing firings"), ("struck", "operator")),
    **dict.fromkeys(bag("loss losses"), ("lost", "operator")),
    **dict.fromkeys(bag(
        "destruction wreckage wreck carcass carcasses remains debris hulk hulks sinking burning"
    ), ("destroyed", "opponent")),
    **dict.fromkeys(bag("downing downings shootdown shoot-down shooting interception"), ("shot-down", "opponent")),
    **dict.fromkeys(bag("crash"), ("crashed", "operator")),
    **dict.fromkeys(bag("capture seizure theft trophies spoils booty loot"), ("captured", "opponent")),
    **dict.fromkeys(
        bag("withdrawal pullout pullback removal evacuation repatriation drawdown"), ("withdrawn", "operator")
    ),
    **dict.fromkeys(bag("recruitment"), ("recruited", "operator")),
    **dict.fromkeys(
        bag("repair repairs overhaul refurbishment modernisation modernization maintenance servicing restoration"),
        ("serviced", "operator")
    ),
    "escort": ("escorted", "operator"),
    **dict.fromkeys(bag("damage"), ("damaged", "opponent")),
    **dict.fromkeys(bag("pledge pledges"), ("planned", "supplier")),
    **dict.fromkeys(
        bag("transit passage transport movement movements flight flights landing landings"), ("transported", "operator")
    ),
    **dict.fromkeys(bag("laying planting"), ("laid", "operator")),
    **dict.fromkeys(bag(
        "photograph photographs photo photos image images imagery picture pictures footage video"
        " videos sighting sightings evidence sign signs trace traces"), ("present", "")),
}  # fmt: skip

MEASURES: Final = bag(
    "batch batches convoy convoys column columns consignment fleet fleets squadron squadrons battery"
    " batteries unit units"
    " group groups number numbers pair pairs dozen dozens hundreds thousands scores formation swarm"
    " swarms salvo salvos barrage"
    " shipment shipments wave waves flight series handful range variety type types kind kinds piece"
    " pieces set sets load"
    " contingent contingents force quantities quantity stock stocks stockpile arsenal mix total system"
    " systems crew part portion half third majority most rest bulk remainder dozen lot tranche last"
    " first row rows line lines stack stacks string pile piles scattering cluster crate crates"
    " truckload truckloads container containers box boxes pallet pallets planeload planeloads load"
    " loads cargo cargoes tonnes tons wagon wagons trainload cache caches haul none neither each"
    " stream streams trickle flow procession succession fleet trove hoard volley volleys hail burst bursts flurry"
    " salvoes slew bevy barrages"
    " battalion battalions platoon platoons detachment detachments armada flotilla"
    " garrison garrisons"
)
"""Nouns that measure what follows "of": a convoy of trucks is trucks."""

RANGING: Final = frozenset({"range", "ranging", "vary"})
"""Verbs after which examples stand: weapons ranging from rifles to tanks."""

PLANS: Final = both(
    "decision intention plan pledge promise offer proposal agreement commitment vow proposition desire wish aim intent"
) | bag("willingness readiness approval permission")
"""Nouns for what is not done yet: the decision to send tanks."""

STRIKES: Final = bag(
    "strike strikes airstrike airstrikes attack attacks raid raids sortie sorties bombing bombings bombardment barrage"
    " barrages salvo salvos shelling shellings launch launches fire assault assaults mission missions swarm swarms"
    " wave waves"
)
"""Heads after a system's name that make it the weapon of a strike: drone strikes, missile attacks."""

GAUGING: Final = bag("put place number estimate set")
"""Verbs of estimating, with a figure after "at"."""

SUPPORT: Final = bag("support backing assistance aid help package shipment reinforcement reinforcements packages")
"""What somebody gets when he gets equipment or people: "backing from Turkey, including armed drones"."""

RELIANCE: Final = bag("reliance dependence dependency")
"""Nouns after which "on" tells what somebody uses: its reliance on drones."""

NO_CLAIM_HEADS: Final = bag(
    "factory factories plant plants maker makers manufacturer manufacturers part parts component components industry"
    " technology technologies programme program programmes programs project projects production engine engines contract"
    " contracts deal deals footage video videos warfare war wars industry capability capabilities doctrine market fuel"
    " threat threats range attackers expert experts analyst analysts wreckage debris fragments"
    " fragment movement movements defence defense"
    " pilots pilot crews operators operator school academy training designer design bureau developer"
    " exports export sales"
    " workshop workshops hangar hangars assembly kill kills"
    " incident incidents brigade regiment division battalion army corps base bases infrastructure alert alerts activity"
    " battle battles duel duels museum museums site sites facility facilities"
)
"""Heads after a system's name that make the phrase about something else: tank factory, drone programme."""

IMAGERY: Final = bag(
    "image images imagery photograph photographs photo photos picture pictures video videos footage satellite clip"
)

ORIGIN_MADE: Final = bag(
    "made built designed manufactured produced developed era style type origin standard engineered assembled licensed"
)
SUPPLIED: Final = bag("supplied provided donated delivered furnished gifted given sent sold")
BACKED: Final = bag("backed supported funded financed sponsored allied aligned linked paid moneyed trained recruited")
HELD: Final = bag("held controlled run occupied operated owned flown")

PERSON_TITLES: Final = bag(
    "president general gen gen. brig brig. maj maj. lt lt. col col. colonel major captain capt capt."
    " lieutenant sergeant sgt"
    " minister secretary spokesman spokeswoman spokesperson commander admiral adm adm. field marshal"
    " mr mr. ms ms. mrs mrs. dr"
    " dr. prof prof. professor analyst chief director ambassador envoy prime deputy foreign defence defense senator"
    " representative sheikh sen rep brigadier officer official adviser advisor governor mayor head leader"
)

OFFICIALS: Final = bag(
    "official officials officer officers diplomat diplomats source sources spokesman spokeswoman"
    " spokesperson analyst analysts"
    " expert experts resident residents witness witnesses eyewitness eyewitnesses commander commanders"
    " researcher researchers"
    " observer observers activist activists investigator investigators activists reporter reporters"
    " correspondent correspondents"
    " authorities leaders representative representatives bloggers blogger inspectors monitors monitor"
    " media outlets outlet"
    " lawmakers ministers executive executives engineer volunteer volunteers fighter pilot soldier"
    " soldiers reports accounts panel"
    " journalists journalist minister trackers tracker insider insiders ambassador aide aides adviser"
    " advisers specialist"
    " specialists historian locals local villagers shopkeeper trader traders mechanic technician"
    " attaché attachés attache attaches mayor doctor driver farmer teacher lawmaker senator mp mps"
    " gunner militant rebel guard nurse lecturer worker workers staff secretary general colonel"
    " lieutenant spokespeople"
)
"""Nouns for people who speak."""

BODIES: Final = bag(
    "ministry command government army military navy force department agency office administration presidency"
    " council embassy mission staff committee panel service group institute centre center organisation"
    " organization company movement militia pentagon kremlin junta regime coalition opposition rebels"
    " directorate brigade authorities media observatory network project foundation forum bureau court police"
    " guard parliament bloc alliance front union consultancy association commission headquarters treasury"
    " forces troops side edition newspaper paper daily weekly magazine channel broadcaster portal outlet"
    " television tv radio"
    " collective battalion regiment division corps"
)
"""Bodies that speak: also what a name of one ends in."""

DOCUMENTS: Final = bag(
    "statement report declaration communique communiqué letter briefing document assessment readout"
    " release bulletin post"
    " analysis study database dataset register"
    " documents records files email e-mail paper dossier message update brief testimony"
    " interview tweet filing memo summary"
)

_NATIONALITIES: Final = """
russia: Russian Russians | ukraine: Ukrainian Ukrainians | turkey: Turkish Turk Turks
united-states: American Americans US U.S. USA | united-kingdom: British Briton Britons UK U.K. English
uae: Emirati Emiratis UAE U.A.E. | saudi-arabia: Saudi Saudis "Saudi Arabian" | qatar: Qatari Qataris
kuwait: Kuwaiti Kuwaitis | bahrain: Bahraini Bahrainis | oman: Omani Omanis | jordan: Jordanian Jordanians
egypt: Egyptian Egyptians | libya: Libyan Libyans | tunisia: Tunisian Tunisians | algeria: Algerian Algerians
morocco: Moroccan Moroccans | sudan: Sudanese | south-sudan: "South Sudanese" | chad: Chadian Chadians
central-african-republic: "Central African" "Central Africans" | niger: Nigerien Nigeriens
nigeria: Nigerian Nigerians | mali: Malian Malians | burkina-faso: Burkinabe Burkinabes Burkinabè
mauritania: Mauritanian Mauritanians | senegal: Senegalese | ivory-coast: Ivorian Ivorians
ghana: Ghanaian Ghanaians | togo: Togolese | benin: Beninese | guinea: Guinean Guineans
cameroon: Cameroonian Cameroonians | ethiopia: Ethiopian Ethiopians | eritrea: Eritrean Eritreans
somalia: Somali Somalis | djibouti: Djiboutian Djiboutians | kenya: Kenyan Kenyans | uganda: Ugandan Ugandans
rwanda: Rwandan Rwandans | democratic-republic-of-the-congo: Congolese
mozambique: Mozambican Mozambicans | angola: Angolan Angolans | burundi: Burundian Burundians
tanzania: Tanzanian Tanzanians | zambia: Zambian Zambians | zimbabwe: Zimbabwean Zimbabweans
malawi: Malawian Malawians | namibia: Namibian Namibians | botswana: Botswanan
gabon: Gabonese | gambia: Gambian Gambians | liberia: Liberian Liberians
sierra-leone: "Sierra Leonean" "Sierra Leoneans"
nepal: Nepali Nepalese | sri-lanka: "Sri Lankan" "Sri Lankans" | cambodia: Cambodian Cambodians
mexico: Mexican Mexicans | chile: Chilean Chileans | mongolia: Mongolian Mongolians
south-africa: "South African" "South Africans" | syria: Syrian Syrians | iraq: Iraqi Iraqis
iran: Iranian Iranians Persian | israel: Israeli Israelis | palestine: Palestinian Palestinians
lebanon: Lebanese | yemen: Yemeni Yemenis Yemenite | armenia: Armenian Armenians
azerbaijan: Azerbaijani Azerbaijanis Azeri Azeris | georgia: Georgian Georgians
belarus: Belarusian Belarusians Belarussian | moldova: Moldovan Moldovans | romania: Romanian Romanians
bulgaria: Bulgarian Bulgarians | greece: Greek Greeks Hellenic | cyprus: Cypriot Cypriots
serbia: Serbian Serbians Serb Serbs | croatia: Croatian Croatians Croat Croats
slovenia: Slovenian Slovenians Slovene | bosnia-and-herzegovina: Bosnian Bosnians | albania: Albanian Albanians
montenegro: Montenegrin Montenegrins | north-macedonia: Macedonian Macedonians | kosovo: Kosovar Kosovars
hungary: Hungarian Hungarians | slovakia: Slovak Slovaks Slovakian | czechia: Czech Czechs | poland: Polish Poles
lithuania: Lithuanian Lithuanians | latvia: Latvian Latvians | estonia: Estonian Estonians
finland: Finnish Finns | sweden: Swedish Swedes | norway: Norwegian Norwegians | denmark: Danish Danes
germany: German Germans | austria: Austrian Austrians | switzerland: Swiss | netherlands: Dutch
belgium: Belgian Belgians | france: French Frenchmen | italy: Italian Italians | spain: Spanish Spaniards
portugal: Portuguese | ireland: Irish | malta: Maltese | canada: Canadian Canadians | china: Chinese
taiwan: Taiwanese | japan: Japanese | north-korea: "North Korean" "North Koreans"
south-korea: "South Korean" "South Koreans" | india: Indian Indians | pakistan: Pakistani Pakistanis
afghanistan: Afghan Afghans | kazakhstan: Kazakh Kazakhs Kazakhstani | kyrgyzstan: Kyrgyz
tajikistan: Tajik Tajiks | uzbekistan: Uzbek Uzbeks | turkmenistan: Turkmen | myanmar: Burmese
bangladesh: Bangladeshi Bangladeshis | indonesia: Indonesian Indonesians | malaysia: Malaysian Malaysians
philippines: Philippine Filipino Filipinos | thailand: Thai Thais | vietnam: Vietnamese
australia: Australian Australians | brazil: Brazilian Brazilians | colombia: Colombian Colombians
venezuela: Venezuelan Venezuelans | cuba: Cuban Cubans | argentina: Argentine Argentinian Argentines
peru: Peruvian Peruvians | soviet-union: Soviet Soviets | east-germany: "East German" "East Germans"
yugoslavia: Yugoslav Yugoslavs | czechoslovakia: Czechoslovak Czechoslovaks Czechoslovakian
equatorial-guinea: "Equatorial Guinean" Equatoguinean
guinea-bissau: Bissau-Guinean | houthis: Houthi Houthis | tplf: Tigrayan Tigrayans | artsakh: Artsakhi
transnistria: Transnistrian | somaliland: Somalilander
burundi: Burundian Burundians | tanzania: Tanzanian Tanzanians | angola: Angolan Angolans
botswana: Botswanan | zambia: Zambian Zambians | zimbabwe: Zimbabwean Zimbabweans | malawi: Malawian Malawians
lesotho: Basotho | namibia: Namibian Namibians | gabon: Gabonese | gambia: Gambian Gambians
liberia: Liberian Liberians | sierra-leone: "Sierra Leonean" "Sierra Leoneans" | nepal: Nepalese Nepali Nepalis
sri-lanka: "Sri Lankan" "Sri Lankans" | laos: Laotian Laotians | cambodia: Cambodian Cambodians
singapore: Singaporean | mongolia: Mongolian Mongolians | mexico: Mexican Mexicans | chile: Chilean Chileans
"""


def _nationalities() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in _NATIONALITIES.replace("\n", "|").split("|"):
        force, _, words = entry.strip().partition(":")
        found |= dict.fromkeys(shlex.split(words), force)
    return found


NATIONALITIES: Final = _nationalities()
"""By adjective or demonym: the force of the catalogue, where it has it."""

PLACE_ROLE: Final = {
    **dict.fromkeys(bag("in at on inside over across around within throughout aboard above along"), "at"),
    **dict.fromkeys(("near", "outside", "close to", "beside", "towards the", "off"), "near"),
    "from": "from",
    **dict.fromkeys(("via", "through"), "via"),
    **dict.fromkeys(bag("to into toward towards onto for"), "to"),
}

COMPASS: Final = bag("north south east west northeast northwest southeast southwest")

BESIDE: Final = COMPASS | bag(
    "outskirts suburbs vicinity edge neighbourhood neighborhood environs proximity coast coastline shore shores"
    " shoreline"
)
"""What is at a place that is named after it: the outskirts of Kyiv."""

HELPING: Final = bag("support help boost back assist aid reinforce bolster strengthen prop defend protect")

CAPTURING: Final = bag("capture recapture retake seize overrun liberate")
"""What is done to places alone by whoever comes to hold them."""
CONTROLS: Final = (
    CAPTURING
    | bag("control occupy take hold regain reclaim reconquer overtake grab annex conquer")
    | {"take over", "take back", "win back"}
)
"""What whoever holds a place, or comes to hold it, does with it."""

DOUBLE: Final = bag("give lend send offer sell hand grant promise award")
"""What takes two objects: gave Ukraine tanks, they were given ten."""
CONSISTING: Final = bag("include consist comprise contain")
"""What a whole does with its parts."""
CARRYING_OUT: Final = bag("conduct launch mount fly") | {"carry out"}
"""What is done with a strike by whoever strikes."""

EVENTS: Final = both("war conflict coup attack raid strike offensive battle campaign clash ceasefire siege") | bag(
    "invasion fighting truce blockade occupation revolution uprising embargo outbreak takeover talks visit"
)
"""What a sentence tells the time by, before the name of who does something: during the war Russia lost ten jets."""

MAKING: Final = bag("make build produce manufacture assemble design develop")

HITS: Final = bag("strike bomb hit attack target shell raid pound bombard")

NOUNISH: Final = bag(
    "line lines count counts board boards hold holds lead leads sign signs"
    " truck trucks ship ships bus buses cart carts ferry ferries pass passes store stash cache caches blast blasts"
    " block blocks surge surges swarm swarms wing wings feature features ride rides race races moor loan"
    " lease lever haul hauls"
    " forces force attack attacks strike strikes support control use report reports claims claim"
    " transfer transfers supply"
    " supplies help aid release hit hits shot advance capture build order orders purchase purchases"
    " export exports sale target"
    " targets raid raids fire crash launch guard guards command commands position positions start end"
    " work plan plans offer"
    " display deal deals rule drop document documents picture pictures photograph photographs exercise"
    " exercises visit pilot"
    " pilots patrol patrols crew crews drill drills flow rise fall show shows test tests vote issue"
    " issues group lead result"
    " cause transport escort escorts repair repairs service services loan loans gift tow train trains"
    " march withdrawal house"
    " base bases bomb bombs shell shells seat record records note state states mark face point points"
    " question questions"
    " request requests cover view views need needs fear fears hope hopes concern update limit dispute"
    " challenge change changes contact cost costs damage demand estimate favour handle haul increase influence interest"
    " interview look measure mention object pass pay play press promise quote reach reaction return review"
    " share shift sign signal sound step stop struggle talk talks total touch track trade travel turn value walk watch"
    " weight wound wounds accord account accounts act acts answer approach broker contract cut cuts"
    " delay exchange focus judge"
    " link list mass murder ring rush sanction sanctions score seek spread stage steal stock storm"
    " store stores surrender"
    " suspect suspects detail details"
)
"""Words that are verbs or nouns: nouns where a noun may stand."""
