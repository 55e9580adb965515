package person

import "strings"

// shortForms holds, for a first name, the numbers of the families of names that it belongs to.
var shortForms = func() map[string][]string {
	out := make(map[string][]string)
	for line := range strings.Lines(families) {
		names := strings.Fields(line)
		for _, n := range names {
			out[n] = append(out[n], names[0])
		}
	}
	return out
}()

// families are English first names with their short forms, the full name first.
const families = `abigail abby gail
abraham abe
albert al bert
alexander alex al sandy alec xander
alexandra alex sandra sasha lexi
alfred al fred alf
amanda mandy
andrew andy drew
angela angie
anthony tony
antonio tony
arthur art
barbara barb babs
benjamin ben benny
bernard bernie
beverly bev
bradley brad
calvin cal
cameron cam
carolyn carol
caroline carrie
catherine cathy kate katie cate
katherine kathy kate katie kay kit
kathleen kathy kate
charles charlie chuck chas
charlotte charlie lottie
christina chris tina christy
christine chris chrissy
christopher chris topher kit
cynthia cindy
daniel dan danny
danielle dani
david dave davey
deborah deb debbie debra
dennis denny
donald don donnie
dorothy dot dottie
douglas doug
edward ed eddie ted ned
edwin ed eddie
eleanor ellie nora
elizabeth liz beth betsy betty eliza lizzie libby bess
emily em
eugene gene
evelyn evie
florence flo
frances fran
francis frank
franklin frank
frederick fred freddie freddy
gabriel gabe
gabrielle gabby
geoffrey geoff
george georgie
gerald gerry jerry
gerard gerry
gilbert gil
gordon gord
gregory greg
harold harry hal
harrison harry
henry harry hank hal
howard howie
isabella bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey jeff
jennifer jen jenny
jeremy jerry
jerome jerry
jessica jess jessie
joan joanie
john jack johnny jon
jonathan jon jonny
joseph joe joey
josephine jo josie
joshua josh
judith judy
judy judi
karen kari
kenneth ken kenny
kimberly kim
lawrence larry laurie
leonard leo len lenny
leslie les
lewis lew lou
louis lou louie
lillian lily lil
margaret maggie meg peggy marge margie greta
maria mia
marcus marc mark
martin marty
mary molly polly
matthew matt
maximilian max
melissa missy mel
michael mike mick mickey
michelle shelly
mitchell mitch
nancy nan
nathan nate
nathaniel nate nat
nicholas nick nicky
nicole nikki
norman norm
oliver ollie
pamela pam
patricia pat patty patsy tricia trish
patrick pat paddy
peter pete
philip phil
phillip phil
rachel rae
ralph rafe
randall randy
randolph randy
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich ricky richie
robert bob rob bobby robbie bert
roberta bobbie
rodney rod
roger rog
ronald ron ronnie
russell russ
rudolph rudy
samantha sam
samuel sam sammy
sandra sandy
sarah sally sadie
stanley stan
stephanie steph
stephen steve
steven steve
susan sue susie suzy
susanna sue
suzanne sue suzy
terence terry
terrence terry
theresa terry tess teri
teresa terry tess teri
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
valerie val
vanessa nessa
victor vic
victoria vicky vickie tori
vincent vince vinnie
virginia ginny
walter walt wally
wesley wes
william bill will billy willie liam
winston win
zachary zach zack
`
