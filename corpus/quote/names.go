package quote

// Common given names tell a person from a place or a firm, and often a woman from a man. A name in both lists
// tells nothing of the sex. Whoever is missing is known by title, role or verb.
const maleNames = `aaron abdul abdullah abraham adam ahmad ahmed alan albert alberto alejandro alessandro alexander alexei alfred
	ali allan allen alvin amir andre andrea anders andreas andrew andrei andy angelo anthony antonin antonio
	ari arnold arthur ashton barry bart ben benjamin benny bernard bernie bill billy blake bob bobby brad
	bradley brandon brendan brent brett brian bruce bruno bryan byron caleb calvin carl carlos cecil cedric chad
	charles charlie chester chip chris christian christoph christopher chuck clarence claude clay clayton clifford
	clint clinton clyde cody colin connor conor corey cory craig curt curtis cyrus dale damian damien damon dan daniel danny
	darrell darren dave david dean dennis derek derrick dick diego dirk dmitri dmitry dominic don donald doug douglas
	duncan dustin dwayne dwight earl ed eddie edgar edmund eduardo edward edwin eli elias elijah elliot elliott emil
	emmanuel enrique eric erich erik ernest ernesto ethan eugene evan felipe felix fernando francesco francis francisco
	francois frank franklin fred frederick gabriel garrett gary gavin gene geoff geoffrey george gerald gerard gerry
	giovanni glen glenn gordon graham grant greg gregg gregory guillermo gunnar gus gustav guy hans harold harris harry harvey
	hassan hector henri henrik henry herbert herman howard hugh hugo hussein ian ibrahim igor isaac ismail ivan
	jack jacob jacques jake jakob jamal jamie james jan jared jason javier jay jeff jefferson jeffrey jens jeremiah jeremy jerome
	jerry jesse jesus jim jimmy joao joe joel johan john johnny jon jonah jonas jonathan jorge jose josef joseph josh
	joshua juan julian julio justin kamal karim karl keith ken kenneth kevin kirk klaus kurt kyle lamar
	lars larry lawrence lee len leo leon leonard levi lewis lincoln lloyd lou louis luca lucas luigi luis luke malcolm
	manuel marc marco marcus mario mark markus marshall martin marvin mathew matt matthew maurice max maxwell mehmet
	michael michel miguel mike mikhail milton mitch mitchell mohamed mohammad mohammed muhammad mustafa nathan
	nathaniel neil nelson nicholas nick nicolas nigel nikolai noah noel norman oleg oliver omar oscar osama otto
	owen pablo patrick paul paulo pavel pedro percy perry pete peter phil philip philippe phillip pierre piotr preston
	rafael ralph ramon randall randy rashid raul ray raymond recep reggie reinhold rex reza ricardo richard rick
	ricky rob robert roberto robin rod rodney rodrigo roger roland ron ronald ronnie ross roy rudolph rudy rupert
	russ russell ryan salman salvador sam samir samuel saul scott sean sebastian sergei sergey sergio seth shane shaun
	shawn sheldon simon spencer stanley stefan stephen sterling steve steven stewart stuart sven ted terrence terry
	theodore thomas tim timothy tobias todd tom tomas tommy tony travis trent trevor tyler vernon victor vincent vince
	viktor vladimir wade walter warren wayne wendell wesley will willard william willie winston wolfgang xavier yusuf zach
	zachary`

const femaleNames = `abigail ada adelaide adriana agnes aisha alejandra alexandra alexandria alice alicia alison allison alyssa amanda amber amelia
	amy ana anastasia andrea angela angelina anita ann anna annabelle anne annette annie antonia april ariana arlene
	ashley astrid audrey barbara beatrice becky belinda bernadette beth bethany betsy betty beverly bianca bonnie
	brenda bridget brigitte brittany brooke camila camille candace carla carly carmen carol carole caroline carolyn
	carrie catherine cathy cecilia celeste charlotte chelsea cheryl chloe christiane christina christine christy
	cindy claire clara claudia colleen connie constance courtney crystal cynthia daisy dana daniela danielle daphne
	dawn debbie deborah debra delia denise diana diane dianne dolores donna dora doris dorothy edith eileen elaine eleanor
	elena elisabeth elise elizabeth elsa ella ellen emily emma erica erika erin esther ethel eva eve evelyn faith fatima
	felicia fiona florence frances francesca gabriela gabriella gail georgia geraldine gerda gina ginger giulia gladys
	gloria grace greta gretchen gwen haley hannah harriet heather heidi helen helena hilary hillary holly hope 	ida ilse ines ingrid irene iris isabel isabella jackie jacqueline jamie jane janet janice jasmine jean
	jeanette jeanne jen jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn josephine joy joyce juanita
	judith judy julia juliana julie juliet karen karin karla kate katherine kathleen kathryn kathy katie katrina kayla
	kerry khadija kim kimberly kirsten krista kristen kristin kristina laila lara laura lauren laurie leah leila lena
	leslie leticia lillian lily linda lisa liz lois loretta lori lorraine louise lucia lucy luisa lydia lynn madeleine
	madeline maggie mandy marcia margaret margarita maria marian marianne marie marilyn marina marine marjorie marlene
	martha mary maureen maxine meg megan melanie melinda melissa mercedes meredith mia michelle mildred
	mindy miranda miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma
	olga olivia pam pamela patricia patsy patti paula pauline peggy penelope penny phyllis priscilla rachel rebecca
	regina renee rhonda rita roberta rosa rosalind rose rosemary ruth sabrina sally samantha sandra sara sarah serena
	shannon sharon sheila shelley sherry shirley silvia simone sofia sonia sonya sophia sophie stacey stacy stella
	stephanie sue susan susana suzanne sylvia tamara tammy tania tara tatiana teresa theresa tiffany tina tracey tracy
	ursula valerie vanessa vera veronica vicki vicky victoria viola virginia vivian wanda wendy whitney yasmin yolanda
	yvette yvonne zainab zoe`
