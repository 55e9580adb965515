package discord

// french are the commands as French-speaking newsrooms would call them. No-break spaces stand before high punctuation.
var french = dictionary{
	askCommand:     {"demander", "Trouver dans nos archives les passages qui répondent à une question"},
	questionOption: {"question", "Que veux-tu savoir ? Le mieux est une phrase entière"},
	outletOption:   {"média", "Seulement les articles des médias dont le nom contient ces mots"},
	fromOption:     {"du", "Seulement les articles à partir de ce jour : 2016-02-19, 2016-02, 2016"},
	toOption:       {"au", "Seulement les articles jusqu’à ce jour, ce mois ou cette année, inclus"},
	onlyMeOption:   {"pour_moi_seulement", "Ne montrer la réponse qu’à toi"},

	quoteCommand:    {"citation", "Vérifier une citation : les mots sont-ils exacts, de qui sont-ils, qu’est-ce qui a changé ?"},
	textOption:      {"texte", "La citation, avec ou sans guillemets"},
	publicOption:    {"public", "Montrer la réponse à tout le monde ici ; sinon, elle n’est visible que pour toi"},
	"quote speaker": {"personne", "À qui on l’attribue : un nom, avec ou sans titre, ou une fonction"},

	saidCommand:    {"propos", "Retrouver ce qu’une personne a dit, mot pour mot, par ordre chronologique"},
	"said speaker": {"personne", "Un nom sous n’importe quelle forme, ou une fonction telle que les articles l’écrivent"},
	aboutOption:    {"sujet", "Seulement les propos sur ce sujet"},

	checkCommand: {"vérifier", "Vérifier toutes les citations d’un brouillon ; rien n’en est conservé"},
	draftOption:  {"brouillon", "Le brouillon, 10 Mo au plus : .docx, .odt, .txt, .md ou .html"},

	articleCommand:    {"article", "Afficher la fiche d’un article : où et quand il a paru, et qui il cite"},
	"article article": {"article", "Des mots du titre ; choisis ensuite une des suggestions"},

	deskCommand:    {"archives", "Ce que contiennent les archives, leur dernière mise à jour et les réglages de ce serveur"},
	receiptCommand: {"reçu", "Retrouver une réponse ou une vérification par son numéro"},
	idOption:       {"numéro", "Le numéro qui figure sous la réponse ou la vérification"},
	forgetCommand:  {"oublie-moi", "Supprimer tes reçus et tes signalements"},

	checkMessage: {name: "Vérifier les citations"},
	findMessage:  {name: "Chercher dans les archives"},
}
