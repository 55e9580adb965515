package discord

// spanish are the commands as newsrooms in Spain and in Latin America would call them: in words that both use.
var spanish = dictionary{
	askCommand:     {"preguntar", "Encontrar en nuestro archivo los pasajes que responden a una pregunta"},
	questionOption: {"pregunta", "¿Qué quieres saber? Lo mejor es una frase completa"},
	outletOption:   {"medio", "Solo artículos de medios cuyo nombre contenga estas palabras"},
	fromOption:     {"desde", "Solo artículos a partir de este día: 2016-02-19, 2016-02, 2016"},
	toOption:       {"hasta", "Solo artículos hasta este día, mes o año, inclusive"},
	onlyMeOption:   {"solo_para_mí", "Mostrarte la respuesta solo a ti"},

	quoteCommand:    {"cita", "Verificar una cita: ¿son las palabras exactas, de quién son, qué se cambió?"},
	textOption:      {"texto", "La cita, con comillas o sin ellas"},
	publicOption:    {"público", "Mostrar la respuesta a todos los de aquí; si no, solo la ves tú"},
	"quote speaker": {"persona", "A quién se le atribuye: un nombre, con título o sin él, o un cargo"},

	saidCommand:    {"declaraciones", "Encontrar lo que dijo una persona, palabra por palabra, en orden cronológico"},
	"said speaker": {"persona", "Un nombre en cualquiera de sus formas, o un cargo tal como lo escriben los artículos"},
	aboutOption:    {"tema", "Solo declaraciones sobre este tema"},

	checkCommand: {"verificar", "Verificar todas las citas de un borrador; no se guarda nada de él"},
	draftOption:  {"borrador", "El borrador, de hasta 10 MB: .docx, .odt, .txt, .md o .html"},

	articleCommand:    {"artículo", "Mostrar la ficha de un artículo: dónde y cuándo se publicó y a quién cita"},
	"article article": {"artículo", "Palabras del titular; elige después una de las sugerencias"},

	deskCommand:    {"archivo", "Qué hay en el archivo, cuándo se actualizó y los ajustes de este servidor"},
	receiptCommand: {"comprobante", "Recuperar una respuesta o una verificación por su número"},
	idOption:       {"número", "El número que aparece debajo de la respuesta o la verificación"},
	forgetCommand:  {"olvídame", "Borrar tus comprobantes y tus avisos"},

	checkMessage: {name: "Verificar citas"},
	findMessage:  {name: "Buscar en el archivo"},
}
