package quote

// nouns tell persons, organisations and documents by the word that heads the phrase. Plurals of persons and
// documents are made when the lexicon is built.
var nouns = []wordList{
	{person, `official diplomat spokesperson aide adviser advisor lawyer attorney source person voter analyst expert
		strategist pollster consultant operative activist advocate supporter critic opponent donor candidate nominee
		contender challenger frontrunner front-runner hopeful lawmaker legislator representative delegate organizer
		organiser volunteer staffer deputy ambassador envoy negotiator investigator agent protester demonstrator
		prosecutor officer detective executive founder co-founder owner manager employee worker professor scholar
		scientist researcher historian economist teacher student doctor nurse physician surgeon author writer journalist
		reporter editor columnist correspondent host anchor commentator blogger moderator actor singer comedian star
		player coach soldier colonel veteran leader member resident neighbor neighbour witness survivor
		victim relative friend colleague ally rival insider parent child fan user customer shopper farmer
		billionaire millionaire investor banker broker trader developer engineer pilot driver fellow director
		chair pastor rabbi priest bishop imam preacher theologian psychologist psychiatrist sociologist politician
		democrat republican guest caller attendee participant
		respondent observer watcher immigrant refugee migrant citizen
		taxpayer patient client tenant homeowner retiree teenager pundit scribe lobbyist fundraiser bundler
		superdelegate elector commissioner administrator superintendent principal dean provost curator publisher
		producer filmmaker artist musician novelist poet photographer designer architect chef pensioner shopkeeper
		contractor trucker miner fisherman ranger firefighter rescuer trooper deputy inspector regulator auditor
		biologist ecologist geologist engineer physicist chemist statistician demographer climatologist
		whistleblower informant suspect defendant plaintiff juror inmate prisoner hostage hunter collector
		co-author co-chair co-host vice-chair partner associate counsel counselor speechwriter biographer
		physician therapist vet veterinarian librarian sailor marine cadet recruit rebel militant fighter guard
		insurgent cleric monk nun dissident exile secretary treasurer clerk assistant heir mogul magnate tycoon
		newcomer player spectator passer-by bystander passenger commuter constituent
		cashier waiter waitress bartender janitor cook baker butcher tailor welder shepherd gardener receptionist dentist
		pharmacist paramedic accountant realtor hairdresser machinist salesman astronaut tactician graduate grad medic mechanic carpenter electrician plumber mathematician composer barber`},
	{person | male, `spokesman man boy father son brother husband uncle nephew grandfather gentleman businessman
		cameraman policeman councilman assemblyman anchorman king prince duke`},
	{person | female, `spokeswoman woman girl mother daughter sister wife aunt niece grandmother widow actress lady
		businesswoman policewoman councilwoman assemblywoman queen princess duchess`},
	{person | office, `president senator governor mayor secretary minister chancellor premier speaker pope general
		commander admiral captain judge justice sheriff chief chairperson commissioner congressperson whip ceo boss
		ayatollah emir sultan president-elect superintendent treasurer leader nominee candidate frontrunner front-runner`},
	{person | office | male, `congressman chairman king prince emperor`},
	{person | office | female, `congresswoman chairwoman queen empress`},
	{person | plural, `people police authorities women men children staff officials others many some several most few
		those prosecutors detectives investigators crowd audience leaders scientists researchers`},
	{organisation, `authority campaign company government administration department ministry agency committee party group
		organization organisation newspaper paper magazine network union association team office
		court board council commission panel firm bank university house senate congress parliament kremlin pentagon
		times post journal news tribune herald gazette institute institution center centre foundation society church
		alliance coalition federation league club police corporation corp inc co ltd llc pac super-pac site website
		outlet channel station bureau service force army navy guard embassy mission delegation camp college school
		hospital museum fund trust charity movement nation state city county union nato un u.n eu fbi cia dnc rnc nra
		irs epa fda cdc nsa aclu cnn msnbc nbc abc cbs npr bbc reuters ap afp politico bloomberg post/abc`},
	{document, `statement poll survey study report letter email e-mail memo filing transcript indictment complaint affidavit
		lawsuit ruling opinion editorial article story column tweet post ad advertisement sign headline caption book
		document record analysis review audit resolution petition note message dispatch bulletin brief
		website release biography obituary description paper spreadsheet invoice diary essay blog`},
	{document | plural, `data documents records figures polls results statistics papers minutes`},
}
