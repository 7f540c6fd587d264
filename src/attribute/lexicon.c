#include "attribute/lexicon.h"

// Compiled by hand from the grammar of English and from reading news.
const WordList WORD_LISTS[] = {
    {WORD_SAYS,
     "said says say wrote writes write written added adds add continued continues noted notes note "
     "stated "
     "states explained explains explain replied replies reply responded responds respond argued "
     "argues argue claimed claims insisted insists insist declared declares announced announces "
     "announce acknowledged acknowledges admitted admits affirmed affirms agreed agrees alleged "
     "alleges answered answers asserted asserts boasted boasts cautioned cautions charged "
     "clarified clarifies commented comments complained complains conceded concedes concluded "
     "concludes confessed confesses confirmed confirms contended contends countered counters "
     "cried cries criticized decried demanded demands denied denies disclosed discloses "
     "elaborated elaborates emphasized emphasizes exclaimed exclaims expressed gloated "
     "grumbled "
     "hinted implored implied implies interjected interrupted intoned joked jokes lamented "
     "laments mused muses muttered murmured observed observes opined opines pleaded pleads "
     "pledged pledges posted posts predicted predicts proclaimed proclaims promised promises "
     "protested protests quipped quips reasoned recalled recalls recounted recounts reiterated "
     "reiterates remarked remarks repeated repeats reported reports retorted "
     "retorts revealed reveals scoffed screamed screams shouted shouts sighed snapped speculated "
     "stammered stressed stresses suggested suggests surmised swore testified testifies texted "
     "thundered tweeted tweets retweeted underscored urged urges vowed vows warned warns "
     "whispered whispers wondered wonders yelled yells chanted chants emailed asked asks ask "
     "told tells tell informed informs assured assures advised advises begged ordered "
     "rejoined ejaculated resumed began returned pursued cried assented enquired inquired inquires "
     "queried responded growled groaned gasped sobbed laughed chuckled smiled nodded roared "
     "bellowed faltered persisted pronounced hissed mumbled breathed called remonstrated "
     "grinned beamed shrugged stormed vented winked frowned "
     "riffed blared boomed summarized summed writes volunteered ventured "
     "reads read chimed bemoaned "
     "blasted mocked ticked pressed echoed tells texts signed sang prayed confided corrected "
     "deadpanned defended divulged enthused explained fumed griped huffed hollered marveled "
     "maintained maintains mentioned mentions moaned offered offers piped pondered praised "
     "preached quoted raged railed ranted reassured rebutted reflected reflects rued scolded "
     "shrieked sneered spat specified squealed taunted teased theorized tutted uttered whined "
     "tooted blogged signaled signals posits posited"},
    // What says most of what newspapers of other languages quote, where no word of English
    // is written so.
    {WORD_SAYS,
     "sagte sagten erklärte betonte meinte dijo dijeron afirmó declaró aseguró déclaré affirmé "
     "expliqué estimé disse dissero detto dichiarato affermato spiegato afirmou declarou zei "
     "zeiden "
     "vertelde sade säger berättar sagde siger forteller sanoi sanoo kertoo powiedział "
     "powiedziała mówi řekl řekla uvedl uvedla povedal povedala rekao rekla kazao dedi söyledi "
     "сказал сказала сказали говорит заявил заявила сказав сказала каже заявив каза казва "
     "είπε δήλωσε mondta mondja közölte spus declarat ujar tutur"},
    {WORD_ADDRESS,
     "told tells tell informed informs assured assures advised advises asked asks begged "
     "reminded reminds urged warned emailed texted interviewed"},
    {WORD_SAYING,
     "saying adding noting telling stating writing explaining claiming arguing declaring "
     "insisting suggesting warning tweeting asking calling asserting urging repeating announcing "
     "conceding acknowledging admitting joking promising vowing predicting protesting "
     "shouting yelling screaming chanting describing labeling dubbing citing quoting posting "
     "concluding lamenting bemoaning complaining denouncing replying responding questioning "
     "wondering emphasizing stressing reiterating recalling remarking observing pointing "
     "reporting alleging boasting bragging quipping mocking crying muttering reading emailing "
     "accusing praising criticizing blasting slamming decrying pledging demanding confirming "
     "denying exclaiming imploring musing proclaiming testifying whispering referring echoing "
     "deriding ridiculing condemning"},
    {WORD_LABELS,
     "called calls call described describes describe dubbed dubs labeled labels labelled branded "
     "characterized characterizes characterised denounced denounces condemned condemns criticized "
     "criticizes criticised slammed slams blasted accused accuses dismissed dismisses derided "
     "derides ridiculed ridicules mocked mocks praised praises hailed hails cited cites "
     "referred refers compared compares decried decries attacked attacks rejected rejects "
     "lauded blamed blames credited portrayed labelled deemed termed ripped "
     "lashed pointed talked spoke speaks questioned questions expressed "
     "expresses voiced touted touts lambasted bashed deplored "
     "challenged challenges "
     " apologized boasted complimented "
     "chided scolded faulted skewered trashed torched savaged likened "
     " put quoted quotes"},
    {WORD_SPEECH_NOUN,
     "comment comments remark remarks statement statements speech tweet tweets question "
     "questions answer response reply slogan slogans chant chants message letter email "
     "interview quote quotes quotation post headline words claim claims announcement warning "
     "promise pledge call calls shout shouts cry cries motto mantra refrain catchphrase quip joke "
     "taunt assertion insistence accusation allegation charge criticism description"},
    {WORD_SO_CALLED,
     "so-called titled entitled nicknamed named known word words term terms phrase phrases "
     "nickname headlined self-described hashtag hashtags label subtitled labelled labeled"},
    {WORD_WORK,
     "album song book film movie show series episode novel magazine newspaper documentary "
     "ballad memoir play poem painting program programme podcast hit titled entitled "
     "bestseller tune rendition remake anthem hymn sitcom drama musical opera cartoon "
     "miniseries thriller comedy sequel track exhibition sculpture"},
    {WORD_SUBJECT | WORD_MALE, "he"},
    {WORD_SUBJECT | WORD_FEMALE, "she"},
    {WORD_SUBJECT, "they i we it you who"},
    {WORD_MALE, "him his himself mr father brother sir lord king prince pope uncle son husband"},
    {WORD_FEMALE, "her hers herself mrs ms miss mme sister lady queen princess madam aunt mother "
                  "daughter wife dame madame"},
    {WORD_TITLE,
     "secretary-general attorney-general director-general vice-president "
     "mr mrs ms miss mme dr sen rep gov cllr coun councillor lt gen col maj capt sgt cpl pvt cmdr "
     "adm prof hon rev "
     "fr sr atty supt det insp ofc sens reps govs pres president senator representative "
     "governor congressman congresswoman secretary general colonel major captain sergeant "
     "lieutenant admiral professor doctor reverend father brother sister mother pope bishop "
     "archbishop cardinal rabbi imam sheikh ayatollah king queen prince princess duke duchess "
     "lord lady sir dame baron baroness count countess earl judge justice chief mayor sheriff "
     "ambassador chancellor minister premier speaker chairman chairwoman chair director "
     "commissioner attorney counsel treasurer councilman councilwoman assemblyman "
     "assemblywoman delegate coach manager officer detective inspector constable superintendent "
     "aunt uncle cousin madam madame master monsieur mademoiselle senor senora herr frau "
     "spokesman spokeswoman spokesperson strategist co-founder founder ceo cfo leader nominee "
     "candidate "
     "comptroller editor anchor host author correspondent reporter analyst economist columnist "
     "comedian actor actress rapper singer"},
    {WORD_TITLE | WORD_MALE, "mr sir lord king prince congressman father brother uncle councilman "
                             "assemblyman duke baron count earl monsieur master"},
    {WORD_TITLE | WORD_FEMALE, "mrs ms miss mme lady dame queen princess sister aunt madam madame "
                               "congresswoman councilwoman assemblywoman duchess baroness "
                               "countess mademoiselle frau senora mother"},
    {WORD_ROLE,
     "guard butcher pupil visitor tourist passenger pedestrian bystander onlooker passer-by "
     "shopper "
     "bartender sailor medic prisoner inmate migrant marcher employee tenant customer client "
     "patient "
     "parent child kid youth toddler retiree dancer painter hunter hiker climber runner skier "
     "preacher janitor caretaker hairdresser barber tailor blacksmith commuter motorist bouncer "
     "stranger islander villager settler foreigner traveller traveler hitchhiker pilgrim "
     "parishioner worshipper commentator merchant thief burglar robber complainant accuser "
     "waiter waitress barman policeman policewoman widow widower bride groom monk boatman ferryman "
     "doorman townsman salesman saleswoman"},
    {WORD_ROLE,
     "president senator representative governor congressman congresswoman secretary general "
     "colonel major captain sergeant lieutenant admiral professor doctor reverend bishop "
     "archbishop cardinal rabbi imam king queen prince princess judge justice chief mayor "
     "sheriff ambassador chancellor minister premier speaker chairman chairwoman chair director "
     "commissioner attorney counsel lawyer treasurer councilman delegate coach manager officer "
     "detective inspector spokesman spokeswoman spokesperson strategist co-founder founder ceo "
     "leader nominee candidate editor anchor host author correspondent reporter analyst "
     "economist columnist comedian actor actress singer rapper aide adviser advisor ally "
     "operative pollster activist advocate organizer official source insider person man woman "
     "boy girl guy lady gentleman student teacher voter resident neighbor friend mother father "
     "son daughter brother sister wife husband uncle aunt cousin supporter critic opponent "
     "rival businessman businesswoman billionaire mogul millionaire tycoon executive banker "
     "investor trader scientist researcher expert historian scholar pastor priest minister nun "
     "pope veteran soldier fighter commander pilot driver worker farmer owner lawmaker "
     "legislator politician democrat republican conservative liberal libertarian independent "
     "journalist blogger writer novelist poet filmmaker producer moderator interviewer guest "
     "witness victim survivor suspect defendant plaintiff prosecutor juror clerk nurse "
     "physician surgeon psychologist psychiatrist therapist consultant contractor engineer "
     "developer programmer designer architect artist musician player quarterback athlete "
     "star celebrity host hostess member colleague partner predecessor successor deputy "
     "assistant intern staffer volunteer chairperson vice-chair protester heckler demonstrator "
     "immigrant refugee frontrunner front-runner contender incumbent newcomer hopeful "
     "politico narrator poster user commenter reader caller viewer "
     "mp mps ceo pm da gp vp msp undersecretary trainer jockey skipper captain striker midfielder "
     "goalkeeper winger forward referee umpire baker chef grocer surveyor headteacher principal "
     "councillor peer vicar rector curate paramedic firefighter barrister solicitor magistrate "
     "landlord landlady shopkeeper pensioner campaigner pundit critic inventor dealer "
     "curator librarian biologist chemist physicist astronomer geologist ecologist economist "
     "mathematician statistician sociologist anthropologist archaeologist lecturer dean provost "
     "warden ranger fisherman miner carpenter plumber electrician mechanic gardener "
     "receptionist cashier accountant auditor broker analyst realtor lobbyist spokesperson "
     "neighbour organiser labourer counsellor chancellor negotiator diplomat envoy mediator "
     "whistleblower hacker coder mum mom dad grandmother grandfather teenager teen youngster "
     "entrepreneur restaurateur philanthropist financier heir heiress playwright "
     "guitarist drummer songwriter sculptor photographer sprinter swimmer golfer boxer cyclist "
     "rookie "
     "assemblyman assemblywoman councilwoman alderman alderwoman selectman presenter broadcaster "
     "schoolboy schoolgirl first-grader academic forecaster playmaker champion backbencher"},
    {WORD_ROLE | WORD_MALE,
     "man boy guy gentleman father son brother husband uncle spokesman "
     "chairman congressman businessman king prince pope actor councilman dad grandfather "
     "schoolboy"},
    {WORD_ROLE | WORD_FEMALE,
     "woman girl lady mother daughter sister wife aunt spokeswoman "
     "chairwoman congresswoman businesswoman queen princess actress nun mum mom "
     "grandmother schoolgirl"},
    {WORD_ROLES,
     "officials sources people men women critics supporters opponents experts analysts lawmakers "
     "democrats republicans conservatives liberals voters residents students teachers parents "
     "aides advisers advisors allies operatives strategists pollsters activists protesters "
     "demonstrators advocates organizers reporters journalists researchers scientists "
     "economists lawyers attorneys prosecutors judges police authorities witnesses fans "
     "users executives leaders members senators congressmen representatives governors "
     "candidates delegates others some many several most both few insiders observers "
     "commentators pundits historians scholars investigators agents officers soldiers workers "
     "employees spokespeople relatives friends neighbors children kids boys girls authors "
     "folks americans moderators editors hackers investors traders those marchers "
     "spectators passers-by onlookers bystanders shoppers tenants patients customers staff "
     "neighbours organisers nurses doctors mps peers councillors campaigners players farmers "
     "pupils drivers "
     "everyone everybody someone somebody anyone anybody nobody"},
    {WORD_BODY,
     "group company campaign court committee party organization organisation agency department "
     "administration government council commission union association firm foundation "
     "institute network newspaper paper magazine outlet publication site website blog journal "
     "university college school church team club board bank business corporation ministry "
     "office bureau panel army military pentagon crowd audience coalition alliance movement "
     "nonprofit non-profit institution center centre station channel press media "
     "conference house senate congress parliament embassy delegation family band "
     "subcommittee caucus tribunal jury judges watchdog startup retailer airline carmaker "
     "authority regulator charity pac"},
    {WORD_DOCUMENT,
     "report statement letter email e-mail memo study survey poll article op-ed editorial story "
     "document documents filing complaint lawsuit indictment ruling opinion decision order "
     "release book film video ad advertisement commercial spot billboard sign poster banner "
     "tweet post message note website headline caption text resolution bill law act rule "
     "policy agreement treaty contract invitation transcript essay column review speech "
     "emails letters messages documents posters signs plaque inscription affidavit "
     "voiceover narration guide manual page t-shirt t-shirts"},
    {WORD_DETERMINER,
     "the a an his her its their my our your this that these those one another some many "
     "several both two three four five six no any each every other such most"},
    {WORD_INDEFINITE, "a an one another some many several two three four five most any other"},
    {WORD_PREPOSITION,
     "of for from at in with by to on about into over under after before during against among "
     "between through without within across near behind since toward towards upon as than "
     "like amid via until despite following including regarding outside inside around along "
     "according per beyond beside besides except"},
    {WORD_CONJUNCTION, "and but or nor yet so then"},
    {WORD_SUBORDINATE, "when while because although though if unless whether that where after "
                       "before since as until once whereas asked"},
    {WORD_RELATIVE, "who whom whose which that where"},
    {WORD_AUXILIARY, "has had have did does do would will could can may might must should shall "
                     "never not n't hasn't hadn't didn't doesn't won't wouldn't couldn't can't "
                     "cannot"},
    {WORD_BE, "is was are were be been being am 's isn't wasn't aren't weren't"},
    {WORD_ADVERB,
     "also later recently then again often repeatedly once even still never just only already "
     "now simply further quickly finally first always sometimes subsequently previously "
     "initially reportedly publicly privately famously frequently merely clearly bluntly "
     "angrily ominously rhetorically sarcastically jokingly flatly immediately promptly "
     "eventually therefore thus nevertheless nonetheless however instead too either "
     "apparently allegedly certainly firmly strongly sternly softly quietly loudly gravely "
     "briskly slowly suddenly calmly coldly dryly eagerly gently all himself herself "
     "themselves itself both here there"},
    {WORD_DAY, "monday tuesday wednesday thursday friday saturday sunday january february march "
               "april may june july august september october november december today yesterday "
               "tomorrow tonight christmas easter thanksgiving"},
    {WORD_PLAIN,
     "the a an this that these those his her its their my our your he she it they we i you who "
     "what when where why how which while if in on at for from with by to of about after "
     "before during since until as and but or nor so yet then there here not no yes never "
     "also however meanwhile still though although because once both some many most several "
     "all any each every one two three four five six seven eight nine ten another other others "
     "such more less much few even just only now later earlier last next first second third "
     "according despite instead perhaps maybe indeed moreover further furthermore additionally "
     "asked given like unlike under over among between through without within across near "
     "behind is are was were be do does did has have had can could will would should may might "
     "let's it's he's she's i'm i've i'll don't that's there's what's who's they're we're "
     "you're can't won't isn't didn't doesn't wasn't exclusive breaking update updated photo "
     "image video watch read see follow related well oh ah okay ok please thank thanks hello hi "
     "good dear let say says said speaking looking referring responding citing using calling "
     "asking saying adding noting writing telling following including regarding especially "
     "finally again often recently today yesterday tomorrow tonight nothing something "
     "everything anything nobody somebody everybody everyone someone anyone people voters "
     "critics supporters experts officials sources yet thus therefore hence nevertheless "
     "whether neither either rather too very really quite into upon toward towards against "
     "except via per than until unless whereas whatever whoever whenever wherever mr mrs ms "
     "dr miss sir madam another none ever pause back come go get make take look think know want "
     "wait stop t-shirt t-shirts"},
    {WORD_PEOPLE,
     "american british english french german russian chinese japanese israeli palestinian "
     "iranian iraqi syrian turkish mexican canadian australian indian pakistani european "
     "african asian latino hispanic irish scottish welsh italian spanish greek polish "
     "ukrainian saudi egyptian swede dane dutchman frenchman englishman irishman scotsman welshman "
     "spaniard briton turk finn pole czech swiss austrian belgian croatian serbian serb bosnian "
     "hungarian romanian bulgarian norwegian icelander portuguese brazilian argentine argentinian "
     "chilean colombian peruvian venezuelan uruguayan ecuadorian nigerian ghanaian kenyan "
     "ethiopian "
     "moroccan algerian tunisian senegalese cameroonian ivorian korean thai vietnamese filipino "
     "indonesian malaysian kiwi aussie dutch danish swedish finnish "
     "jewish muslim christian catholic protestant islamic black white "
     "republican republicans democrat democrats democratic conservative conservatives liberal "
     "libertarian independent gop americans russians mexicans muslims christians jews "
     "catholics "
     "senate house congressional presidential federal state national former vice acting deputy "
     "assistant associate executive chief senior junior texas ohio florida california iowa "
     "indiana michigan wisconsin virginia pennsylvania nevada arizona colorado georgia "
     "massachusetts vermont kentucky arkansas louisiana alabama mississippi utah jersey "
     "hampshire carolina minnesota illinois oklahoma oregon kansas nebraska missouri tennessee "
     "southern northern eastern western new-york then-candidate then-president"},
    {WORD_PLACE,
     "america washington york london paris moscow beijing jerusalem texas ohio florida "
     "california iowa indiana michigan wisconsin virginia pennsylvania nevada arizona colorado "
     "georgia massachusetts vermont kentucky arkansas louisiana alabama mississippi utah jersey "
     "hampshire carolina minnesota illinois oklahoma oregon kansas nebraska missouri tennessee "
     "israel russia china iran iraq syria mexico canada england britain france germany europe "
     "africa asia india japan u.s. us u.k. uk united states d.c. city county"},
    {WORD_HEADS_OF,
     "department university institute ministry bureau board council church bank house "
     "committee center centre coalition foundation alliance association federation society "
     "office league union academy college school museum library party republic state city "
     "bishops daughters sons knights sisters chamber court secretary institutes centers "
     "commission fund citizens campaign americans voters women men workers students doctors "
     "lawyers black veterans conference congress organization organisation group journal "
     "call times bay gulf cape isle lord duke prince duchess archbishop bishop"},
    {WORD_BODY,
     "inc corp ltd llc llp co plc gmbh ag news times post journal tribune herald gazette "
     "chronicle guardian examiner observer inquirer register globe sun mirror telegraph "
     "university institute ministry bureau council church bank committee center centre "
     "coalition foundation alliance association federation society league union academy "
     "college museum library party department commission fund agency administration "
     "organization corporation company group airlines motors pharmaceuticals technologies "
     "systems partners associates magazine network broadcasting radio tv television "
     "project initiative campaign caucus pac court senate house congress pentagon kremlin "
     "reuters associated cnn nbc abc cbs msnbc fox bbc npr un nato fbi cia nsa epa irs dnc rnc "
     "aclu naacp nra facebook twitter google microsoft apple amazon politico breitbart "
     "bloomberg politifact wikileaks buzzfeed vox slate univision telemundo reddit youtube"},
    {WORD_SUFFIX, "jr sr ii iii iv esq"},
    {WORD_PARTICLE, "de van von der den bin bint ibn al el la le di da du dos del ben ter ten y"},
};
const size_t WORD_LIST_COUNT = COUNT(WORD_LISTS);
