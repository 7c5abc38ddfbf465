"""Words that name a weapon and something else: what beside them tells the other sense.

All words in lower case. What is here is data on English, not on any report: a name's word, and the words directly
after or before it that make it part of another thing. The gazetteer asks; nothing here is code.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PREPOSITIONS: Final = _words("of with on for in against")
"""After these the head of a name stands in front: weapons of mass destruction."""

AMOUNTS: Final = _words(
    "shipment shipments delivery deliveries smuggling consignment consignments cargo cargoes load loads batch batches"
    " cache caches stock stocks stockpile stockpiles tonnes tons shiploads truckloads"
)
"""What is of things alone: a shipment of arms is no pair of limbs."""

PREFIXES: Final = _words(
    "anti multi counter semi self non electro radio hydro mini micro over under turbo super sub inter air mid quad"
)
"""Written with what follows as one word, with a hyphen or apart: antitank, anti-tank, anti tank."""

PLURAL_ONLY: Final = _words(
    "arms forces services regulars munitions troops goods supplies works headquarters means series armaments"
    " explosives logistics electronics optics special operations irregulars"
)
"""Plurals whose singular is another word."""

# -- names that are ordinary words ----------------------------------------------------------------------------------

ORDINARY: Final = _words(
    # names of people, firms and foreign words
    "aerostar aerosonde altius antonov ilyushin archangel askold avangard billboard"
    " blowfish bober bogdana bohdana brimstone burkan chiron"
    " courbet flamingo furia harpy harpi huey hummer kommuna"
    " kord korkut leclerc lyuty lutyi liuty malva magura mamai martlet"
    " minimi namer neptun panthera parodia pegaz prometey quantix"
    " ratel sarmat sapsan sidewinder skif spyder tigr tomcat"
    " topol trembita twardy typhon valkyrja zircon zuzana "
    # birds and beasts
    "albatross albatros badger bat bear beagle bee beetle bison boa boar buffalo bull caiman cat cheetah cobra condor"
    " cormorant cougar coyote crocodile dolphin dragon dragonfly eagle"
    " elk falcon ferret fox frog gazelle gecko gepard"
    " gopher goshawk greyhound griffin grizzly harrier hawk hawkeye"
    " hedgehog heron hornet horse hound husky hyena ibex"
    " jackal jaguar kangaroo kestrel kingfisher kiwi lancer leopard lion lioness lynx mako mamba mantis marder marten"
    " mastiff mole mongoose mosquito moth mule mustang octopus"
    " orca osprey otter owl ox panther parrot peacock pelican"
    " penguin phoenix pike piranha puma python rabbit raccoon ram rat raven ray rhino rooster salamander scorpion"
    " seagull serpent serval shark skunk skyhawk snake sparrow spider spitfire squirrel stallion stingray stork"
    " super swan swallow swift swordfish tiger tigercat tortoise trout turtle viper vulture walrus wasp whale wildcat"
    " wolf wolfhound wolverine worm zebra bronco toucan tucano hummingbird ant bobcat cheetah dingo caracal fennek"
    # weather, water, heaven and earth
    "avalanche blizzard cascade comet cyclone fire flame frost gale ghost hail hurricane ice lightning meteor mirage"
    " mist monsoon moon nova oasis ocean rain rainbow river sea shadow sky snow star storm sun sunset tempest thunder"
    " thunderbolt tide tornado typhoon volcano wave whirlwind wind winter summer spring autumn mistral sirocco aurora"
    " tundra taiga pole polar"
    # people, trades and states
    "abrams apache archer aravis avenger bandit baron bishop black blue boxer bradley bulldog bushmaster candid carl"
    " cavalier centurion challenger champion chaparral cherokee chief chieftain chinook comanche commander"
    " conqueror corsair cossack count crusader defender delta demon desert diamond dozor emperor explorer express"
    " fencer fighter fitter freedom gladiator globemaster goliath"
    " guard guardian hammer harpoon hellfire hercules hero"
    " hunter huntress infantry iroquois javelin jedi judge kaiser"
    " keeper killer king kiowa knight lance lancet linebacker"
    " liberator little marauder master maverick merlin minuteman mohawk monster navajo neptune noble nomad novator"
    " oracle orion outlaw paladin paris partisan pathfinder"
    " patriot pegasus peacekeeper phalanx phantom pilgrim pioneer"
    " pirate pointer poseidon predator prince privateer provider"
    " queen raider ranger rapier raptor reaper rebel redeemer"
    " roland samson samurai saracen saxon scimitar scout seeker senator sentinel sentry shadow sherman shield"
    " shepherd sheridan skipper skyraider slinger sniper soldier spartan spear spectre spirit stalker steward stinger"
    " striker stuart stryker superior talisman terrier terminator thor titan tomahawk tracker trainer trident trojan"
    " valkyrie valiant vampire vanguard vector veteran victor vigilant viking voyager wagon warrior warthog wizard"
    " zulu zeus ares atlas achilles odin artemis athena"
    " apollo gungnir excalibur mars mercury saturn jupiter pluto vulcan"
    # NATO's names
    "acrid aphid alamo amos archer atoll backfire badger"
    " beagle blackjack blinder brewer bullshot camber camel careless"
    " charger clank classic clank cline clobber coaler cock coke colt cookpot coot cossack crate crusty cub cuff curl"
    " faceplate fagot fantan fargo farmer fearless felon fiddler fin finback firebar firefly fishbed fishbowl fishpot"
    " flagon flanker flashlight flogger flora forger foxbat foxhound freehand freestyle fresco fritz frogfoot fulcrum"
    " fullback gadfly gainful galosh gammon ganef gaskin gauntlet"
    " gazelle gecko gimlet giant gladiator goa goblet goblin"
    " grail gremlin grinch grison grouse grumble guideline guild growler halo harbin hare harke harp hat havoc haze"
    " helix hermit hind hip hokum homer hoodlum hook hoop hoplite hormone hound kangaroo karen kayak kedge keg kelt"
    " kennel kent kerry kickback kilter kingbolt kipper kitchen"
    " krypton kyle madcap maestro magnum maiden mail mainstay"
    " mallow mandrake mantis mare max maya midas midget mole moose moss mop mote mug mule mystic sabre saddler sagger"
    " sandal sandbox sapwood sasin satan savage scaleboard scalpel"
    " scamp scapegoat scarab scarp scrooge scud sego shyster"
    " siren sinner skean skiff snapper spandrel spanker spider spigot spiral spriggan stiletto stone styx stumpy"
    " sunburn swatter switchblade bazalt sizzler stallion sandal sickle sinner stilleto saxhorn songster saw crab"
    # words of weather reports, sport and daily life
    "ace agile anka arrow atom axe azart ball barracuda"
    " bat beacon blade blast blow bolt boomerang bow brave broadsword"
    " buccaneer buk bullet cannon carbine castle catapult charm chess claw click club cluster coat cold cougar crane"
    " crossbow crown crystal cube cutlass dagger dart dash dawn"
    " dealer diamond disc dome double dragoon duke duel echo edge"
    " element enforcer entry epsilon falchion fan fang fast first"
    " flash flail flash fleet flint flying focus force forest"
    " fort fortress fury gamma gem globe gold golden grad"
    " grail green grand great hammer harmony hatchet helmet heavy high"
    " igla igloo image impact independence intruder iron iskander ivory"
    " jammer jet joker journey jump jungle key kid kite"
    " kratos ladder laser leader legend lever light line link liberty load long loong lotus love magic magnet major"
    " mamba marble mark mace matador medium mega mercy message mighty mine mini mirror mobile model mortar mountain"
    " nail needle net night noble north nut oak onyx open"
    " orbit origin orlan pack palm paper park partner path patrol peace"
    " pearl petrel phalanx pilot pine pinnacle pipe pistol plate point power press pride prime prism probe puff pulse"
    " pyramid quake quest quick race radar rail range rapid razor"
    " red relay rifle ring rise rock rocket rose rover royal"
    " ruby sabot saber sabre safe saint salvo sand saphir sapphire"
    " scalp scan screw seal second sense shade shaft shell ship"
    " shock short shot shrike silver slam sling smart smash"
    " smoke snap snipe socket solo sonic sound source space spade"
    " spark speed spice spike spin spoon sprint square"
    " stage standard star starburst starlighter starstreak stealth steel"
    " step stiletto stone strike strobe stream strela sub sunflower surf surface surge sword talon target taurus team"
    " tempo terra terror tor torch torrent torpedo touch"
    " tower trap treasure triad trigger triumph triumf truck trumpet"
    " twin tulip peony uragan smerch union unit unity urban"
    " vega velvet venom venus verba vest vesta victory vigil village"
    " violet vision vital wand war watch water wedge west wheel"
    " white wide wild willow wing wire wisdom wonder world wraith"
    " yankee young zephyr zero zodiac acacia carnation hyacinth nona msta tunguska shilka osa kub luna malka giatsint"
    " pion gvozdika akatsiya tyulpan tos buratino solntsepyok vikhr ataka shturm khrizantema sprut bastion bal redut"
    " spruance perry burke kidd ticonderoga nimitz wasp tarawa"
    " america bush ford reagan truman lincoln washington vinson"
    " eisenhower roosevelt stennis kilo lada yasen borei akula oscar alfa victor charlie foxtrot tango typhoon sierra"
    " golf juliett whiskey november romeo hotel moskva minsk admiral marshal varyag slava sovremenny udaloy krivak"
    " grisha tarantul nanuchka ropucha alligator serna raptor karakurt buyan steregushchiy gepard gremyashchiy"
    " skat ruslan orel sokol berkut korshun yastreb kobra delfin akula kit karas mars luch zarya granat granit"
    " pumas caesar crotale milan hot roland aspide mirador exocet otomat sea cat spirit colibri alouette lama dauphin"
    " cougar tigre panther ecureuil fennec epervier jaguar etendard mystere ouragan rafale alpha transall noratlas"
    " kodiak biber keiler wiesel fuchs dingo eagle fennek boxer mungo luchs jaguar cheetah skyguard seahawk archer cv"
    " bandvagn gripen draken viggen lansen tunnan saab meteor skyranger caracal cobra otokar ejder vuran hizir kirpi"
    " kaplan pars arma tulpar akinci aksungur kargu alpagu songar karayel simsek hisar siper korkut sungur atmaca som"
    " cirit bozok teber zargana roketsan"
)
"""Names that are words of prose too: they count with a capital only, and never on the strength of that alone."""

FIRM: Final = _words(
    "akinci aksungur alpagu karayel kargu kirpi otokar ejder vuran"
    " hizir tulpar songar siper sungur roketsan buk igla tor"
    " msta tunguska shilka gvozdika akatsiya tyulpan giatsint"
    " malka solntsepyok buratino khrizantema strela verba orlan"
    " iskander exocet otomat crotale uragan smerch karakurt buyan ropucha nanuchka tarantul krivak grisha ticonderoga"
    " yasen borei sovremenny udaloy steregushchiy gremyashchiy gripen"
    " viggen draken rafale fennek korkut atmaca ruslan"
    " skyguard seahawk anka"
)
"""Those of them that stand for nothing else once they have a capital, even where a sentence begins."""

VERBS: Final = _words(
    "bear hip hind may can fan hunt mark man arm rebel sting spring fire light may saw ram lance hammer target strike"
    " shadow pilot guard shield scout press race rock sound watch power short fast first second heavy light medium"
    " mobile open high long smart rapid quick flying urban union unit great grand little double golden standard"
)
"""Ordinary words that stand before `missiles` or `tanks` without naming them: aircraft that bear missiles."""

CLASS_NOUNS: Final = _words(
    "aircraft airplane airplanes airframe airframes ambulance apc apcs atgm atgms attack-helicopter battery batteries"
    " bomber bombers bomb bombs boat boats carrier carriers"
    " chopper choppers class complex complexes copter crew crews"
    " division-level drone drones fighter fighters fighter-bomber fighter-bombers frigate frigates gun guns gunship"
    " gunships helicopter helicopters helo helos howitzer howitzers"
    " ifv ifvs interceptor interceptors jet jets launcher"
    " launchers loitering manpad manpads mbt mbts mine mines missile missiles mlrs mortar mortars mrap mraps mrl mrls"
    " munition munitions plane planes platform platforms quadcopter quadcopters radar radars rocket rockets sam sams"
    " shell shells ship ships shorad spaag spaags sph spg submarine submarines system systems tank tanks torpedo"
    " torpedoes trainer trainers transport transports truck trucks turret turrets uav uavs ucav ucavs ugv usv variant"
    " variants vehicle vehicles warplane warplanes warship warships corvette corvettes destroyer destroyers spg spgs"
    " interceptors battalion-set atgw projectile projectiles unit-of-fire salvo salvos salvoes barrage barrages"
    " artillery multiple-launch mlr vessel vessels glider gliders airlifter airlifters tanker tankers ammunition"
)
"""What is said of a weapon by its class: after one of these words there is no doubt."""

CLASS_LEADS: Final = _words(
    "air anti surface multiple self attack main battle light heavy medium combat cruise ballistic guided infantry"
    " armoured armored transport utility reconnaissance fighter"
    " multi surveillance kamikaze suicide loitering tactical"
    " missile rocket launch long short medium range ground based shoulder fired portable amphibious wheeled tracked"
    " strike stealth mobile defence defense propelled barrel"
    " launched naval patrol military fire control early warning"
    " mine resistant protected personnel electronic warfare jamming unmanned aerial coastal"
)
"""What may stand between such a name and the word for its class: Patriot air-defence batteries."""

BEFORE_PROPER: Final = _words(
    "the a an this that these those its their his her our two three four five six seven eight nine ten eleven twelve"
    " dozen dozens several some many few both all each another more most old new modern upgraded captured destroyed"
    " damaged us uk uae eu nato idf usaf raf"
    " soviet russian ukrainian german french british american greek dutch swiss"
    " czech polish turkish danish norwegian swedish finnish spanish portuguese italian chinese iranian israeli saudi"
    " emirati qatari kuwaiti iraqi syrian libyan egyptian pakistani indian yemeni sudanese israeli"
    " in on at of from with by for to and or as when while after before during since footage video images photos"
    " chinook boeing lockheed raytheon sikorsky sukhoi mikoyan mig mil kamov tupolev ilyushin antonov yakovlev beriev"
    " dassault saab bae rheinmetall krauss kmw nexter thales mbda rafael iai elbit baykar tai aselsan roketsan otokar"
    " bmc norinco avic chengdu embraer denel"
    " northrop grumman general-dynamics kongsberg airbus eurocopter aerospatiale"
    " bell hughes mcdonnell douglas douglas vickers uralvagonzavod kbp"
    " almaz antey nato naval army navy marines mobile"
    " export multiple sea like if no not only even also because where but nor yet so any"
)
"""Capitalised words that may stand before such a name without making one name of the two."""

AFTER_PROPER: Final = _words(
    "the a an in on at of from with by for to and"
    " or as when while after before during since over near is are was were"
    " has have had will would could may might ii iii iv v vi mk mark block mod pac fgm agm mim km"
    " but not near against into out that which who also"
)
"""The same for the word after it, as headlines write them."""

SPEECH: Final = _words("said says told tells added adds wrote writes argued noted insisted warned explained tweeted")
"""What persons do and weapons do not."""

TITLES: Final = _words(
    "mr mrs ms dr gen general lt lieutenant col colonel"
    " maj major capt captain sgt sergeant adm admiral cmdr commander"
    " president minister senator sen rep sir lord lady king"
    " prince judge professor prof pvt cpl brig brigadier marshal"
    " chancellor ambassador secretary governor mayor coach"
)
"""A name after one of these is a person's."""

# -- what stands beside ------------------------------------------------------------------------------------------

_FORMATIONS: Final = _words(
    "army armies division divisions brigade brigades regiment regiments battalion battalions corps company companies"
    " platoon platoons squadron squadrons troops school academy museum day commander-in-chief biathlon"
)
_ABSENT: Final = _words(
    "footage video videos imagery photos photo photograph photographs feed feeds game games show shows"
)
_MADE: Final = _words(
    "maker makers manufacturer manufacturers factory factories plant plants industry industries producer producers"
    " engine engines part parts spare spares component components"
)

NOT_THE_THING: Final = _words(
    "engine engines part parts spare spares component components factory factories plant plants simulator simulators"
    " maker makers manufacturer manufacturers"
)
"""After the name of any system: the phrase is of these, not of the system."""

AFTER: Final[dict[str, frozenset[str]]] = {
    # the arm of service, not the vehicle
    "tank": _FORMATIONS | _MADE | _words("top tops man"),
    "armour": _words("plated plate plating piercing clad bearer corps brigade division school"),
    "artillery": _words(
        "academy school museum brigade brigades regiment regiments battalion battalions division divisions corps"
    ),
    "bomber": _words("jacket jackets command"),
    "bullet": _words("train trains point points list lists"),
    "torpedo": _words("bat bats talks efforts"),
    "pickup": _words("point points line game games basketball artist"),
    "infantry": _FORMATIONS,
    "defence": _FORMATIONS | _words("ministry ministries minister ministers secretary chief chiefs official officials"),
    "defense": _FORMATIONS | _words("ministry ministries minister ministers secretary department official officials"),
    "sniper": _words("alley"),
    "jeep": _words("cherokee wrangler"),
    "mortar": _words("board boards and-pestle and"),
    "rocket": _FORMATIONS
    | _words("fuel fuels scientist scientists science ship engine engines man salad stage company lab league"),
    "missile": _FORMATIONS | _words("crisis gap treaty technology corps shield"),
    "aircraft": _MADE | _words("carrier carriers cabin"),
    "plane": _MADE | _words("ticket tickets"),
    "jet": _MADE | _words("lag fuel set ski skis stream engine propulsion li"),
    "drone": _MADE | _ABSENT | _words("show shows pilot-school racing"),
    "helicopter": _FORMATIONS | _MADE | _words("money parent parents"),
    "radar": _words("of trap"),
    "mine": _words(
        "resistant protected worker workers shaft shafts owner owners operator operators"
        " site pit action is was has are were as collapse"
        " and-energy"
    ),
    "arms": _words(
        "control embargo embargoes race trade trader traders dealer dealers dealing dealings fair length limitation"
        " broker brokers crossed folded outstretched exporter"
        " exporters importer importers company companies maker makers"
        " manufacturer manufacturers industry"
    ),
    "gun": _words("control laws law violence owner owners rights lobby show salute point"),
    "bomb": _words("disposal threat threats shelter shelters squad squads hoax scare alert plot"),
    "shell": _words(
        "prompt command commands access variable scripting"
        " company companies oil plc game corporation shock gas petroleum egypt nigeria energy station script"
    ),
    "vessel": _words("of"),
    "pilot": _words(
        "project projects programme programmes program programs scheme"
        " schemes study studies phase light episode plant"
        " whale test-case school schools"
    ),
    "truck": _words("driver drivers stop stops bomb bombs bombing company load"),
    "lorry": _words("driver drivers"),
    "vehicle": _words("registration licence license plate plates tax industry owner manufacturer manufacturers sales"),
    "fighter": _words(
        "regiment regiments wing wings squadron squadrons division jet jets plane planes aircraft bomber bombers"
    ),
    "tanker": _words("driver drivers"),
    "rifle": _words("association range brigade regiment company corps division"),
    "weapon": _words("inspector inspectors programme programme-of"),
    "trainer": _words("shoes"),
    "equipment": _words("manufacturer manufacturers hire rental"),
    # proper names
    "patriot": _words("act day front party parties prayer prisoner league movement missile-crisis"),
    "hurricane": _words("season katrina sandy harvey irma maria ian ida michael relief warning force forces"),
    "leopard": _words("creek print seal skin spot spots"),
    "tor": _words("browser network project node nodes exit users hidden onion relay relays"),
    "apache": _words(
        "web server servers software foundation http httpd tribe"
        " tribes county kafka spark hadoop log4j license licence"
        " tomcat people nation corporation reservation wells"
    ),
    "lancet": _words("medical journal study report paper article commission published psychiatry neurology oncology"),
    "hercules": _words("poirot"),
    "predator": _words("film films movie movies franchise spyware prey drone-film sequel species"),
    "abrams": _words("said told added company"),
    "puma": _words("shoes shoe energy sportswear se ag brand trainers sneakers"),
    "jaguar": _words("cars car land xf xj xe"),
    "fox": _words("news business sports host channel anchor nation"),
    "harpoon": _words("gun guns fishing whale"),
    "typhoon": _words("season haiyan mangkhut hagibis warning damage"),
    "tornado": _words("warning watch alley damage season outbreak"),
    "hawk": _words("eye eyed nest"),
    "bear": _words("market markets stearns brunt hug grylls in fruit attack attacks witness arms"),
    "grad": _words("school student students schools party course"),
    "javelin": _words("throw throwing thrower throwers final champion event competition gold strategy"),
    "tiger": _words("woods economy economies forces force beer cubs shroff attack attacks population"),
    "viper": _words("room"),
    "stinger": _words("operation"),
    "challenger": _words("disaster bank banks space shuttle party candidate brand"),
    "centurion": _words("card lounge"),
    "orion": _words("nebula belt spacecraft capsule constellation"),
    "eagle": _words("scout eye eyed feather"),
    "phoenix": _words("arizona suns sky"),
    "phantom": _words("limb pain"),
    "raptor": _words("centre center rescue"),
    "raptors": _words("game"),
    "falcon": _words("heavy 9 rocket rockets lake"),
    "titan": _words("submersible sub"),
    "mirage": _words("hotel casino"),
    "cobra": _words("kai meeting committee gold"),
    "mustang": _words("ford gt"),
    "thunder": _words("bay storm"),
    "scud": _words("missile-crisis"),
    "neptune": _words("spear energy planet orbit"),
    "warrior": _words("princess class-action"),
    "switchblade": _words("knife knives"),
    "kalashnikov": _words("concern group company media"),
    "bayraktar": _words("said told added"),
    "saxon": _words("king kings"),
    "shark": _words("attack attacks fin tank"),
    "scorpion": _words("sting"),
    "rapier": _words("like wit"),
    "tomahawk": _words("steak chop"),
    "hunter": _words("biden gatherer gatherers"),
    "mark": _words("zuckerberg"),
    "giant": _words("panda"),
    "moss": _words("side"),
    "milan": _words("fashion airport san derby"),
    "tempest": _words("in"),
    "atlas": _words("mountains mountain of network"),
    "sparrow": _words("hawk"),
    "roland": _words("garros"),
}
"""By the last word of a name, in the singular: the words after it that tell another sense."""

BEFORE: Final[dict[str, frozenset[str]]] = {
    "tank": _words(
        "fuel water think septic fish oil gas storage petrol propane oxygen holding drop shark cooking diesel lng"
        " ballast guards kerosene chemical expansion overhead"
    ),
    "carrier": _words("mail"),
    "mine": _words(
        "gold coal copper diamond diamonds iron uranium cobalt"
        " salt silver phosphate lithium manganese of zinc tin bauxite"
        " nickel coltan sulphur potash opencast illegal artisanal"
        " congo congolese friend be like ore tungsten platinum"
        " potash mineral platinum lignite gypsum jade emerald data"
    ),
    "arms": _words(
        "bear bears bearing up down of his her my"
        " cross in-open open their-own up-in babe outstretched baby child"
        " legs both broken"
    ),
    "cruiser": _words("police squad land cabin"),
    "corvette": _words("chevrolet chevy"),
    "bullet": _words("silver magic"),
    "torpedo": _words("to could"),
    "cartridge": _words("ink toner printer"),
    "technician": _words("lab laboratory dental medical pharmacy it"),
    "bomber": _words(
        "suicide car boston marathon manchester would-be be"
        " lockerbie shoe underwear unabomber bali alleged nail accused"
        " convicted lone"
    ),
    "fighter": _words(
        "fire freedom prize mma ufc cage crime street boxing title heavyweight cancer bull guerrilla is isis"
    ),
    "pilot": _words("auto airline co commercial test-case remote"),
    "equipment": _words(
        "medical office farm farming sports camera hospital"
        " laboratory laboratory mining kitchen gym school playground"
        " agricultural industrial broadcast dental fishing film oilfield drilling sound diving climbing testing"
    ),
    "vehicle": _words(
        "launch investment purpose electric autonomous self-driving hybrid passenger motor legal financing"
    ),
    "shell": _words("royal sea egg nut seashell dutch tortoise"),
    "vessel": _words("blood lymph drinking pressure cooking glass"),
    "gun": _words("nail glue top starting staple speed heat smoking son-of-a big water spray"),
    "radar": _words("the-under under-the off-the on-the under off"),
    "bomb": _words("sex photo logic"),
    "rifle": _words("assam royal"),
    "rifles": _words("assam royal gurkha ulster bloods kings frontier"),
    "plane": _words("astral inclined"),
    "jet": _words("new-york ny winnipeg private business corporate learjet passenger ink water puma-jet"),
    "mortar": _words("brick-and bricks-and pestle-and brick"),
    "trap": _words("tourist"),
    "armour": _words("body knight suit-of under"),
    "patriot": _words("england great true american a-true a-great super-bowl the-english"),
    "hawk": _words(
        "china iran deficit atlanta war foreign-policy tony"
        " inflation security budget ethan kitty seattle policy monetary"
    ),
    "leopard": _words("snow amur clouded def"),
    "grad": _words("university college high-school school recent stanford harvard yale oxford cambridge new"),
    "tor": _words("glastonbury"),
    "hurricane": _words("atlantic category major of rubin miami carolina"),
    "abrams": _words("creighton stacey elliott floyd jj j dan general gen ms mr robert george"),
    "predator": _words("sexual apex online alien financial natural top child"),
    "hunter": _words("duncan treasure bounty job big-game head bargain holly"),
    "tiger": _words(
        "bengal siberian sumatran tamil celtic paper auburn detroit leicester clemson asian white white-tiger"
    ),
    "lion": _words("detroit british mountain sea"),
    "jaguar": _words("jacksonville"),
    "falcon": _words("atlanta peregrine"),
    "eagle": _words("philadelphia bald golden crystal-palace legal green-bay"),
    "bear": _words("chicago polar grizzly teddy brown black yogi smokey the-russian russian mama panda"),
    "hornet": _words("charlotte green"),
    "raptor": _words("toronto"),
    "cobra": _words("king spitting"),
    "fox": _words("megan james michael-j liam arctic red grey urban silver"),
    "viper": _words("dodge pit"),
    "puma": _words("unam"),
    "typhoon": _words("super"),
    "lancet": _words("medical journal"),
    "challenger": _words("presidential republican democratic main title political shuttle nearest"),
    "phantom": _words("rolls-royce royce the-opera"),
    "hercules": _words("like task strength-of"),
    "kalashnikov": _words("mikhail general inventor"),
    "bayraktar": _words("haluk selcuk ozdemir lutfu"),
    "marshal": _words("field air sky fire us"),
    "milan": _words("ac inter in to from near slobodan of"),
    "stinger": _words("kia"),
    "tanker": _words("oil lng crude gas"),
    "neptune": _words("planet god uranus"),
    "titan": _words("tech tennessee industry oil"),
    "mars": _words("bruno planet"),
    "wolf": _words("lone grey gray virginia"),
    "wolves": _words("grey gray"),
    "atlas": _words("high world charles"),
    "dragon": _words("crew spacex komodo imagine"),
}
"""By the last word of a name, in the singular: the word or the two words before the name that tell another sense."""

MARKS: Final = _words("bis ter mod obr")
"""What a designator's number may have in small letters after it: MiG-21bis."""

SMALL: Final = _words(
    "a an the and or of in on at as to by for from with is are was were be it its this that he we us no not up so if"
    " my me"
)
"""Words that headlines put in capitals too, and that may stand before a number."""

NEGATING: Final = _words("anti counter non")
"""Before the name of a system, with a hyphen or a space: what is meant is made against it, or is something else."""

ADJECTIVES: Final = _words("technical buggy regular mobile utility general special medium heavy light conventional")
"""Names that are adjectives before a noun: a technical with a gun, but a technical problem."""

BEFORE_NOTHING: Final = _words(
    "a the and or with was were is are has have had in on at near mounted carrying fitted driven armed to from by"
    " equipped that which bearing for as moving towards toward into of but after before while when"
)
"""Words before which an adjective can only be a noun."""
