package mention

import "strings"

var (
	// foremost are offered before anything is typed.
	foremost = strings.Split("today,yesterday,last week,this month,last month,this year", ",")
	// phrases are offered to whoever begins to type one.
	phrases = strings.Split("today,yesterday,this week,last week,this month,last month,this year,last year,"+
		"last spring,last summer,last autumn,last winter,this spring,this summer,this autumn,this winter,"+
		"the past week,the past month,the past year,the past two years,"+
		"last Monday,last Tuesday,last Wednesday,last Thursday,last Friday,last Saturday,last Sunday,"+
		"a week ago,a month ago,a year ago,two weeks ago,two months ago,two years ago,three years ago,"+
		"heute,gestern,diese Woche,letzte Woche,dieser Monat,letzter Monat,dieses Jahr,letztes Jahr", ",")
	// calendarWords are what may be the last word of a date, as it is written.
	calendarWords = strings.Fields("January February March April May June July August September October November December " +
		"Monday Tuesday Wednesday Thursday Friday Saturday Sunday spring summer autumn fall winter " +
		"Januar Februar März Mai Juni Juli Oktober Dezember Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag " +
		"Frühling Frühjahr Sommer Herbst")
)
