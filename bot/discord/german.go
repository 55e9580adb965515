package discord

// german are the commands as German newsrooms would call them.
var german = dictionary{
	askCommand:     {"fragen", "Die Stellen in unserem Archiv finden, die eine Frage beantworten"},
	questionOption: {"frage", "Was möchtest du wissen? Am besten ein ganzer Satz"},
	outletOption:   {"medium", "Nur Artikel von Medien, in deren Namen diese Wörter stehen"},
	fromOption:     {"von", "Nur Artikel ab diesem Tag: 2016-02-19, 19. Februar 2016, Februar 2016, 2016"},
	toOption:       {"bis", "Nur Artikel bis zu diesem Tag, Monat oder Jahr, einschließlich"},
	onlyMeOption:   {"nur_für_mich", "Die Antwort nur dir zeigen"},

	quoteCommand:    {"zitat", "Ein Zitat prüfen: Stimmt der Wortlaut, von wem ist er, was wurde geändert?"},
	textOption:      {"wortlaut", "Das Zitat, mit oder ohne Anführungszeichen"},
	publicOption:    {"öffentlich", "Die Antwort allen hier zeigen; sonst siehst nur du sie"},
	"quote speaker": {"person", "Wer es gesagt haben soll: ein Name, mit oder ohne Titel, oder ein Amt"},

	saidCommand:    {"aussagen", "Finden, was jemand gesagt hat, im Wortlaut und in zeitlicher Reihenfolge"},
	"said speaker": {"person", "Ein Name in beliebiger Form oder ein Amt, wie es in den Artikeln steht"},
	aboutOption:    {"thema", "Nur Aussagen zu diesem Thema"},

	checkCommand: {"prüfen", "Alle Zitate eines Entwurfs prüfen; nichts davon wird aufbewahrt"},
	draftOption:  {"entwurf", "Der Entwurf, bis 10 MB: .docx, .odt, .txt, .md oder .html"},

	articleCommand:    {"artikel", "Einen Artikel vorstellen: wo und wann er erschienen ist und wen er zitiert"},
	"article article": {"artikel", "Wörter aus der Überschrift; wähle dann einen der Vorschläge"},

	deskCommand:    {"archiv", "Was im Archiv ist, wie aktuell es ist und was auf diesem Server eingestellt ist"},
	receiptCommand: {"beleg", "Eine Antwort oder Prüfung anhand ihrer Nummer wiederfinden"},
	idOption:       {"nummer", "Die Nummer, die unter der Antwort oder Prüfung steht"},
	forgetCommand:  {"vergiss-mich", "Deine Belege und Rückmeldungen löschen"},

	checkMessage: {name: "Zitate prüfen"},
	findMessage:  {name: "Im Archiv suchen"},
}
