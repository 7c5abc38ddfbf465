"""Who says a thing in a text, how firmly, and who relays it. Each sentence was made up for its phenomenon."""

from __future__ import annotations

import pytest
from proposed import claims, knowledge

from oob.reading.reader import Proposal, read
from oob.reading.speech.statements import Speaker


def proposals(text: str, system: str) -> list[Proposal]:
    """What is read of a system in a text."""
    return [each for each in claims(text) if each.system == system]


def told(text: str, system: str) -> list[tuple[str, str]]:
    """The speakers and stances of the claims on a system, in the order of the text."""
    return [(each.speaker.name, each.stance) for each in proposals(text, system)]


WHERE_IT_STANDS = [
    # before what is said, after it, in its midst, inverted
    ("A senior U.S. defense official said on Tuesday that Russia had sent a dozen MiG-29s to Libya.", "mig-29",
     "senior US defense official"),
    ("Russia has sent a dozen MiG-29s to Libya, a senior U.S. defense official said on Tuesday.", "mig-29",
     "senior US defense official"),
    ("Russia, the official said, had moved two S-400 batteries to Crimea.", "s-400", "official"),
    ('"Russia has sent a dozen MiG-29s to Libya," said Colonel Mark Lindgren, a spokesman for the command.', "mig-29",
     "Mark Lindgren"),
    ("Two Grads were seen, army spokesman Nabil Abdallah told AFP.", "bm-21-grad", "Nabil Abdallah"),
    ("Reports say that two Grads were destroyed.", "bm-21-grad", "unattributed reports"),
    ("With them went six Grads, said one trader, Musa Ag Ali, a father of four.", "bm-21-grad", "Musa Ag Ali"),
    ("As has informed the Ministry of Defence of Azerbaijan, five Osa systems were seen near Shusha.", "osa",
     "Azerbaijani Ministry of Defence"),
    # in brackets of commas, also in a relative clause that comes before its verb
    ("Six T-72s were burned on the road to Gao, and two more, the governor said, were towed away.", "t-72", "governor"),
    ("The T-72s that the rebels say they captured in Anefis were shown on television.", "t-72", "the rebels"),
    # "according to"
    ("According to two people familiar with the matter, Iran has shipped 200 Fath-360 missiles to Russia.", "fath-360",
     "two people familiar with the matter"),
    ("Two T-72 tanks, according to the governor, were destroyed near Bakhmut.", "t-72", "governor"),
    # one clause, two attributions: each for its own
    ("While Moscow denied that it had lost an Su-34, the Pentagon said Russia had sent six Pantsirs to Libya.",
     "pantsir-s1", "US Department of Defense"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "speaker"), WHERE_IT_STANDS)
def test_an_attribution_is_found_wherever_it_stands(text: str, system: str, speaker: str) -> None:
    assert [name for name, _ in told(text, system)] == [speaker] * len(told(text, system)) != []


PEOPLE = [
    ("Officials identified the drone that fell at Gao as a Mohajer-6.", "mohajer-6", "officials"),
    ("Six tanks came, according to a report by United Nations sanctions monitors.", "tank", "United Nations"),
    ("A spokesman for the Houthis, Abdul Karim, said the group had shot down an MQ-9 Reaper over Marib.", "mq-9",
     "Abdul Karim"),
    ("Abdul Karim, a spokesman for the Houthis, said the group had shot down an MQ-9 Reaper over Marib.", "mq-9",
     "Abdul Karim"),
    ("Turkey sent six TB2 drones to Mali, its chief of staff, General Assimi Traore, told parliament.", "bayraktar-tb2",
     "Assimi Traore"),
    ("The press secretary of the Ministry of Defence of Armenia Shushan Stepanyan has reported that the Osa was lost.",
     "osa", "Shushan Stepanyan"),
    ("Haftar's spokesman, Ahmed al-Mismari, said that his forces had shot down three TB2 drones.", "bayraktar-tb2",
     "Ahmed Mismari"),
    # a name that is not given, a name gone by
    ('"They left four Grad launchers behind," said a resident of the town, who asked not to be named.', "bm-21-grad",
     "resident of the town"),
    ('"They left four Grads behind," said the commander, who asked to be identified only by his call sign, Lynx.',
     "bm-21-grad", "Lynx"),
    ('"They came with four Grad launchers," said a woman who gave her name as Fatima.', "bm-21-grad", "Fatima"),
    ("Smugglers said two Grad launchers had been sold in Sabha.", "bm-21-grad", "smugglers"),
    ("Officials in Baku said Ganja had been hit with two Scud missiles.", "scud", "officials in Baku"),
    ("Forces loyal to Haftar left two Pantsirs behind, said a diplomat in Tunis.", "pantsir-s1", "diplomat in Tunis"),
    # whose they are
    ("Turkey will send five TB2 drones to Kyiv this year, its defence minister said.", "bayraktar-tb2",
     "Turkey's defence minister"),
    ("The Tobruk government said that a MiG-23 had crashed.", "mig-23", "Tobruk government"),
    ("Haftar's office said last week that two Mi-35s would arrive this month.", "mi-35", "Haftar's office"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "speaker"), PEOPLE)
def test_speakers_are_worded_as_the_text_words_them(text: str, system: str, speaker: str) -> None:
    assert [name for name, _ in told(text, system)][:1] == [speaker]


BODIES = [
    ("Ukraine has destroyed 13 Russian tanks near Avdiivka, the General Staff in Kyiv said.",
     "General Staff of the Armed Forces of Ukraine"),
    ("Britain's defence ministry said Russia had lost 12 tanks since May.", "UK Ministry of Defence"),
    ("Russia lost 12 tanks, according to the Ministry of Defence of Armenia.", "Armenian Ministry of Defence"),
    ("A report by the Conflict Observatory, extracts of which were seen by AFP, says Russia sent 12 tanks to Belarus.",
     "Conflict Observatory"),
    ("Russia sent 12 tanks to Belarus, according to Marsh Watch, a network of volunteers.", "Marsh Watch"),
    ("A video released by the Turkish defence ministry shows a tank near Idlib.",
     "Turkish Ministry of National Defence"),
    ("A video posted on Telegram on Monday shows a tank near Robotyne.", "a video"),
    ("Satellite images show 12 tanks near Robotyne.", "The Gazette"),
    ("In Ankara they insist that 12 tanks arrived in Azerbaijan.", "Turkish government"),
    ("By data of the Ministry of Defence of Armenia, 12 tanks were seen near Shusha.", "Armenian Ministry of Defence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), BODIES)
def test_bodies_speak(text: str, speaker: str) -> None:
    assert [name for name, _ in told(text, "tank")] == [speaker]


GOES_ON = [
    ("Moscow denied it. Officials came to Goma. They said that Russia sent four Grads to Belarus.", "officials"),
    # he, the official, a third, one of them, the other
    ("The mayor, Hamid Toure, said a Mi-8 had crashed.\nHe said four Grad launchers were still in the town.",
     "Hamid Toure"),
    ("A European official said a Mi-8 had crashed.\nFour Grads were in the town, the official said.",
     "European official"),
    ("Two officials said a Mi-8 had crashed. A third said four Grad launchers were in the town.", "a third official"),
    ("The sources gave no figure, but one of them said four Grads had been delivered to the town.",
     "one of the sources"),
    ("The UN Panel of Experts on Yemen went to Aden.\nFour Grads were seen there, the Panel says.",
     "UN Panel of Experts on Yemen"),
    ("Colonel Adama Diarra said that Gao was calm. Four Grads were captured there, the colonel said.",
     "Adama Diarra"),
    ("Colonel Adama Diarra said that Gao was calm. Diarra went on to say that four Grads were captured there.",
     "Adama Diarra"),
    # quotations over several sentences, named before, between and after
    ('"The town is ours," Colonel Adama Diarra said. "We have four Grads."', "Adama Diarra"),
    ('"The town is ours. We have four Grads," Colonel Adama Diarra told reporters.', "Adama Diarra"),
    ("“The town is ours. We have four Grads. The road is open,” said Colonel Adama Diarra.", "Adama Diarra"),
    ('Colonel Adama Diarra said that Gao was calm.\n"We have four Grads," he said.', "Adama Diarra"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), GOES_ON)
def test_a_speaker_is_remembered(text: str, speaker: str) -> None:
    assert [name for name, _ in told(text, "bm-21-grad")] == [speaker]


RELAYED = [
    ("Iran has shipped 200 Fath-360 missiles to Russia, two diplomats told Reuters.", "two diplomats", "Reuters"),
    ("Iran has shipped 200 Fath-360 missiles to Russia, Reuters reported, citing two diplomats.", "two diplomats",
     "Reuters"),
    ("Citing two diplomats, Reuters reported that Iran had shipped 200 Fath-360 missiles to Russia.", "two diplomats",
     "Reuters"),
    ("Reuters, citing two diplomats, reported that Iran had shipped 200 Fath-360 missiles to Russia.", "two diplomats",
     "Reuters"),
    ("Reuters reported that Iran had shipped 200 Fath-360 missiles to Russia, citing two diplomats.", "two diplomats",
     "Reuters"),
    ("Reuters reported that two diplomats said Iran had shipped 200 Fath-360 missiles to Russia.", "two diplomats",
     "Reuters"),
    ("Reuters reported that, according to two diplomats, Iran had shipped 200 Fath-360 missiles to Russia.",
     "two diplomats", "Reuters"),
    ("According to a Reuters report citing two diplomats, Iran has shipped 200 Fath-360 missiles to Russia.",
     "two diplomats", "Reuters"),
    ("CNN quoted a diplomat as saying that Iran had shipped 200 Fath-360 missiles to Russia.", "diplomat", "CNN"),
    ("A diplomat was quoted by CNN as saying Iran had shipped 200 Fath-360 missiles to Russia.", "diplomat", "CNN"),
    ("Iran has shipped 200 Fath-360 missiles to Russia, CNN quoted a diplomat as saying.", "diplomat", "CNN"),
    ("A diplomat said in an interview with CNN that Iran had shipped 200 Fath-360 missiles to Russia.", "diplomat",
     "CNN"),
    ("A diplomat confirmed to the BBC that Iran had shipped 200 Fath-360 missiles to Russia.", "diplomat", "BBC"),
    ("Iran has shipped 200 Fath-360 missiles to Russia, Reuters was told by a diplomat.", "diplomat", "Reuters"),
    ("Iran has shipped 200 Fath-360 missiles to Russia, a diplomat said, as quoted by CNN.", "diplomat", "CNN"),
    ("“Iran has shipped 200 Fath-360 missiles to Russia,” a diplomat said, according to CNN.", "diplomat", "CNN"),
    ("Iran has shipped 200 Fath-360 missiles to Russia, a diplomat said.", "diplomat", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "through"), RELAYED)
def test_who_relays_a_speaker_is_told(text: str, speaker: str, through: str | None) -> None:
    (one,) = proposals(text, "fath-360")
    assert one.speaker.name == speaker
    assert (one.speaker.through.name if one.speaker.through is not None else None) == through


def test_the_reports_own_outlet_relays_nobody() -> None:
    text = "Iran has shipped 200 Fath-360 missiles to Russia, a diplomat told Reuters."
    (one,) = read(text, None, Speaker("Reuters", "reuters", "outlet"), knowledge())
    assert one.speaker == Speaker("diplomat", None, "unnamed")


STANCES = [
    # one's own affairs, and other people's
    ("Russia's Defence Ministry said its forces had destroyed two Patriot launchers in Kyiv.", "patriot", "asserted"),
    ("Ukraine said Russia had launched 18 Shahed drones overnight.", "shahed-136", "alleged"),
    ('"We have two Leopard tanks left," said the commander of a battalion near Orikhiv.', "leopard", "asserted"),
    ("The commander said his men had captured three T-72 tanks.", "t-72", "asserted"),
    ("Poland has handed over 240 T-72 tanks to Ukraine, its deputy defence minister, Tomasz Wilk, said.", "t-72",
     "asserted"),
    ("Pentagon press secretary Paul Kittredge said the US would send 24 Strykers to Ukraine.", "stryker", "asserted"),
    ("Russia's Defence Ministry claimed, without providing evidence, that its forces had destroyed two Patriots.",
     "patriot", "alleged"),
    # factive verbs
    ("The United States acknowledged that an MQ-9 Reaper had been shot down off Yemen.", "mq-9", "asserted"),
    ("A diplomat confirmed that two Merkava tanks had been destroyed in Jabalia.", "merkava", "asserted"),
    # judgement
    ("Analysts believe that Russia moved two Pantsir systems to Jufra.", "pantsir-s1", "assessed"),
    ("Two Pantsirs are at Jufra, said Anna Weiss, an analyst at the Institute for Strategic Studies.", "pantsir-s1",
     "assessed"),
    ("Two Pantsirs are at Jufra, according to Anna Weiss of the Forum for Security in Tallinn.", "pantsir-s1",
     "assessed"),
    ("Russia has lost at least 20 Pantsirs, by the count of Oryx.", "pantsir-s1", "assessed"),
    ("Russia probably keeps 40 Tu-22M3 bombers at Olenya.", "tu-22m3", "assessed"),
    # hearsay
    ("Azerbaijan reportedly lost four Osa systems near Martuni.", "osa", "alleged"),
    ("It is reported that Azerbaijan has lost four Osa systems.", "osa", "alleged"),
    ("The experts could not corroborate reports that Russia had delivered Su-35s to Iran.", "su-35", "alleged"),
    # possibility
    ("The UAE may have supplied Wing Loong II drones to the RSF, the report said.", "wing-loong-2", "possible"),
    # denial
    ("Kyiv denied that any Patriot launcher had been destroyed.", "patriot", "denied"),
    ("Iran denied sending Mohajer-6 drones to Sudan.", "mohajer-6", "denied"),
    ("Peskov dismissed reports that Russia had bought Shahed drones from Iran.", "shahed-136", "denied"),
    ("There is no evidence that Iran has sent Fath-360 missiles to Russia, a diplomat said.", "fath-360", "denied"),
    ("Reports that the UAE had delivered Wing Loong II drones to Chad are false, a diplomat said.", "wing-loong-2",
     "denied"),
    ("Information about the loss of two Ka-52 helicopters does not correspond to reality.", "ka-52", "denied"),
    # a denial by the other side changes nothing of what is claimed
    ("Armenia said its forces shot down a Turkish F-16. Ankara and Baku denied it.", "f-16", "asserted"),
    ("Moscow, which denies sending any MiG-29s to Libya, has operated S-400 systems in Syria since 2015.", "s-400",
     "asserted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "stance"), STANCES)
def test_how_firmly_it_is_said(text: str, system: str, stance: str) -> None:
    assert [each for _, each in told(text, system)][:1] == [stance]


def test_each_side_speaks_for_itself_in_one_sentence() -> None:
    text = "Moscow said it had shot down two F-16s over Sumy; Kyiv denied that it had lost any F-16."
    assert told(text, "f-16") == [("Russian government", "asserted"), ("Ukrainian government", "denied")]


def test_what_nobody_is_said_to_say_is_the_outlets() -> None:
    assert told("Poland sent 14 Leopard 2 tanks to Ukraine in February.", "leopard-2") == [("The Gazette", "asserted")]
    assert told("Kyiv said it would announce a package including 14 Leopard 2 tanks.", "leopard-2")[:1] != [
        ("The Gazette", "asserted")
    ]


OWN_AFFAIRS = [
    # an official whose country the catalogue has, or whom a country put there, tells of its own
    ("A senior Israeli official said that two Merkava tanks had been lost in Jabalia.", "merkava", "asserted"),
    ("A US official said that an American MQ-9 Reaper had been shot down over Marib.", "mq-9",
     "asserted"),
    ("The Kremlin-installed governor of Kherson said that a Russian Pantsir had been lost near Skadovsk.", "pantsir-s1",
     "asserted"),
    # but who was to blame for it, he says of others
    ("US officials said that the Houthis were responsible for shooting down an MQ-9 Reaper.", "mq-9", "alleged"),
    ("US officials said that Iran was behind the downing of an MQ-9 Reaper.", "mq-9", "alleged"),
    # a phrase before the subject is not what was said, and does not make the second verb the one that tells it
    ("In a letter dated 3 June 2024, the government of Chad denied the loss of two BMP-1s and called it a fable, adding"
     " that it was calm.", "bmp-1", "denied"),
    ("In a statement on its website, the Malian army denied the loss of a BMP-1 and described the report as a fable.",
     "bmp-1", "denied"),
    # what somebody who looks has not seen
    ("Analysts have not observed any Su-35 at Hamadan since May.", "su-35", "denied"),
    ("Statements about a Merkava tank supposedly abandoned in Rafah are untrue.", "merkava", "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "stance"), OWN_AFFAIRS)
def test_whose_affair_it_is_tells_how_firmly_it_is_said(text: str, system: str, stance: str) -> None:
    assert {each for _, each in told(text, system)} == {stance}


MEANT = [
    # a name with a short title after the office
    ("A Pentagon spokesman, Lt. Gen. Alan Pruitt, said that four Grads had been sold to Chad.", "Alan Pruitt"),
    # an office of a body that the text has named
    ("Tehran denied it. Four Grads had been sold to Chad, the foreign ministry's spokesman said.",
     "Iranian foreign ministry spokesman"),
    ("The UN Panel of Experts on Sudan was in Chad. In May the Panel's own inspectors saw four Grads there.",
     "UN Panel of Experts on the Sudan"),
    # a branch, a junta, a military that is the country's
    ("The Syrian government kept silent. The air force said it had lost four Grads.", "Syrian Air Force"),
    ("Myanmar is at war. The junta said four Grads had been lost to the Kachin Independence Army.", "Myanmar junta"),
    # a picture that the writer has looked at himself; one that anybody put up; his own eyes
    ("The footage shows four Grads near Tokmak.", "The Gazette"),
    ("A clip appeared on Sunday. The officials said nothing. These photographs show four Grads.", "The Gazette"),
    ("A photo shared online shows a Grad in Tokmak. The photo shows four Grads.", "a photo"),
    ("Russian troops retreated and, judging by the photographs, left four Grads at Tokmak.", "The Gazette"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), MEANT)
def test_who_is_meant(text: str, speaker: str) -> None:
    assert [name for name, _ in told(text, "bm-21-grad")][-1:] == [speaker]


def test_a_publisher_goes_on_in_its_own_voice_after_a_statement() -> None:
    text = "The mayor said that Gao was calm. The Institute has not observed any Grads there since May."
    (one,) = read(text, None, Speaker("Sahel Institute", None, "outlet"), knowledge())
    assert (one.speaker.name, one.stance) == ("Sahel Institute", "denied")


PARTED = [
    # two main clauses, a speaker for each
    ("Four Grads were lost in Gao, the mayor said, and two T-72s were captured, according to residents.",
     ["mayor"], ["unnamed residents"]),
    ("The governor said that four Grads had been lost, but two of the T-72s were burned, according to a trader in Gao.",
     ["governor"], ["trader in Gao"]),
    # words of saying at the head of a relative clause are for that clause
    ("The mayor blamed Chad, which according to a group of monitors sent four Grads to Gao.",
     ["group of monitors"], []),
    # what is told of the speaker in between is not his, what comes after it is
    ("On Monday, says Dr. Amadou Keita, who runs a hospital in Gao, he saw four Grads near the bridge.",
     ["Amadou Keita"], []),
    # a reckoning that is put in after a figure is for that figure
    ("They took four Grads, by the count of the governor, and two T-72s.", ["governor"], ["The Gazette"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "grads", "tanks"), PARTED)
def test_each_has_his_part_of_a_sentence(text: str, grads: list[str], tanks: list[str]) -> None:
    assert [name for name, _ in told(text, "bm-21-grad")] == grads
    assert [name for name, _ in told(text, "t-72")] == tanks


THE_WRITERS = [
    # a clause that is not put back in time after "said" is the writer's own
    "Officials in Bamako said that the army was watching Chad, which has sold four Grads to rebels in Gao.",
    "The mayor accused France of helping Chad, which sold four Grads to rebels last year.",
    "A trader said he had fled from Gao, where four Grads stand at the market.",
]


@pytest.mark.parametrize("text", THE_WRITERS)
def test_what_the_writer_adds_is_his(text: str) -> None:
    assert set(told(text, "bm-21-grad")) == {("The Gazette", "asserted")}


def test_what_is_put_back_in_time_is_the_speakers() -> None:
    text = "The mayor said that he had complained to Chad, which had sold four Grads to rebels in Gao."
    assert told(text, "bm-21-grad") == [("mayor", "alleged")]


SPEAKING_FOR = [
    # two together, and each of them again
    ("A nurse and a teacher told the Courier that four Grads were in Gao.", "nurse and a teacher"),
    ("Two residents and an aid worker said Gao was calm. The aid worker said four Grads were there.", "aid worker"),
    # an adviser to somebody with a name is not that somebody
    ("An adviser to its leader, Khalifa Haftar, last week denied that four Grads were in Gao.", "adviser to"),
    # "its" is of whom the sentence before was about; one who was named is not forgotten
    ("The Russian Ministry of Defence was silent for a day. Its spokesman then said that four Grads were lost.",
     "Russian Ministry of Defence spokesman"),
    ("Haftar's spokesman, Omar Tarek, said Gao was calm.\nThe LNA was silent. Its spokesman said four Grads were lost.",
     "Omar Tarek"),
    # one's own data are nobody else's
    ("The mayor said, citing his own information, that four Grads were in Gao.", "mayor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPEAKING_FOR)
def test_who_speaks_for_whom(text: str, speaker: str) -> None:
    assert [name[: len(speaker)] for name, _ in told(text, "bm-21-grad")][-1:] == [speaker]


OWN_JUDGEMENT = [
    ("We think that four Grads are in Gao.", [("The Gazette", "assessed")]),
    ("It is safe to assume that four Grads are still in Gao.", [("The Gazette", "assessed")]),
    ("The UN mission estimates that four Grads are in Gao, with two Grads, it says, in Kidal.", None),
]


@pytest.mark.parametrize(("text", "expected"), OWN_JUDGEMENT)
def test_a_judgement_stays_one(text: str, expected: list[tuple[str, str]] | None) -> None:
    found = told(text, "bm-21-grad")
    assert found == expected if expected else {stance for _, stance in found} == {"assessed"}


def test_a_minister_in_his_own_states_text() -> None:
    publisher = Speaker("General Staff of the Armed Forces of Ukraine", "ukrainian-general-staff", "government")
    text = "The Minister of Defence said that two CV90s have come from Sweden."
    (one,) = read(text, None, publisher, knowledge())
    assert (one.speaker.name, one.stance, one.beneficiary) == ("Ukrainian Minister of Defence", "asserted", "ukraine")


TELLS_ON = [
    # "he" is whom the sentence, or the one before, tells of
    ("A trader who had come from Gao drove us to his house. In the market, he told us, stood four Grads.", "trader"),
    ("A commander of the rebels who gave his name as Bilal led us to four Grads that his men, he said, had taken.",
     "Bilal"),
    ("The mayor said Gao was calm. A nurse led us to her ward. She said four Grads were in the town.", "nurse"),
    # an account goes on with what its teller saw, and in what is put back in time
    ("A trader said that the rebels had come to Gao. Four Grads stood in the yard, and he saw one fire.", "trader"),
    ("The mayor said the rebels had left Gao. Four Grads had been burned at the market.", "mayor"),
    # after the speaker, what he knows is no clause of its own
    ("Chad has sold four Grads to the rebels, said one person briefed on the deal, who asked not to be named.",
     "one person"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), TELLS_ON)
def test_whose_account_goes_on(text: str, speaker: str) -> None:
    assert {name[: len(speaker)] for name, _ in told(text, "bm-21-grad")} == {speaker}


OF_ITSELF = [
    # whoever says that "it" or "its" men did it, with or without words between
    ("Rebels in Tigray said on Monday that they had shot down a Mi-35 over Mekelle.", "mi-35", "asserted"),
    ("The movement said in a statement on Telegram that its fighters had destroyed a Mi-35 in Tigray.", "mi-35",
     "asserted"),
    ("Israel's military said it hit two Scud launchers in Syria.", "scud", "asserted"),
    ("A diplomat said on Monday that rebels had shot down a Mi-35 over Mekelle.", "mi-35", "alleged"),
    # neither the one nor the other
    ("Sudan has neither confirmed nor denied that a Mi-35 was shot down.", "mi-35", "possible"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "stance"), OF_ITSELF)
def test_who_speaks_of_himself(text: str, system: str, stance: str) -> None:
    assert {each for _, each in told(text, system)} == {stance}


DENIED = [
    ("Chad, accused by Sudan of sending four Grads to Nyala, has always rejected that.", "Chadian government"),
    ("Eritrea, blamed by diplomats for sending four Grads to Mekelle, denies the charge.", "Eritrean government"),
]


@pytest.mark.parametrize(("text", "speaker"), DENIED)
def test_a_charge_is_denied_by_the_one_charged(text: str, speaker: str) -> None:
    assert set(told(text, "bm-21-grad")) == {(speaker, "denied")}


def test_a_post_is_nobodys_who_was_named_before() -> None:
    text = (
        "The US Treasury was silent. The post that claimed on Friday that four Grads had been sold was widely shared."
    )
    assert {name for name, _ in told(text, "bm-21-grad")} == {"post"}


def test_who_was_told_of_in_the_paragraph_before_is_read_there() -> None:
    """The last sentence of a paragraph stands further on than the next paragraph is long."""
    text = (
        "The commander said on Friday that the road to the coast had been closed by snow for most of the winter. This "
        "comes months after the U.S. Rashid Omar, a teacher who left Misrata with her\nFour Grads were there."
    )
    assert [name for name, _ in told(text, "bm-21-grad")] == ["The Gazette"]


@pytest.mark.parametrize("what", ["something", "a charge that", "an accusation which"])
def test_who_denies_what_was_told_speaks_for_himself(what: str) -> None:
    text = f"The Sudanese army accuses Russia of sending tanks to the RSF, {what} Moscow denies."
    by_stance = {stance: speaker for speaker, stance in told(text, "tank")}
    assert by_stance == {"alleged": "Sudanese army (as a speaker)", "denied": "Russian government"}
