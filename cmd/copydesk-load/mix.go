package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"

	"copydesk/bot/discord/discordtest"
)

// mix makes up what people do.
type mix struct {
	double *discordtest.Server
	plan   plan
	random *rand.Rand
	names  []string // whom the archive quotes
	quotes []string // what they say there
	shown  *buttons
}

// deed is what one person does: use a command, type in an option of it, or press a button.
type deed struct {
	kind    string
	command discordtest.Command
	press   *discordtest.Press
}

// weights are how often each thing is done, in a hundred.
var weights = []struct {
	of   int
	what func(*mix) deed
}{
	{40, (*mix).question},
	{10, (*mix).quotation},
	{10, (*mix).statements},
	{25, (*mix).typing},
	{15, (*mix).button},
}

// Questions are made of a person whom the archive quotes and a topic.
var (
	questions = []string{
		"What did %s say about %s?", "Who criticised %s over %s?", "When did %s speak about %s?", "Why is %s against %s?",
		"How did %s explain %s?", "%s %s", "did %s promise anything on %s", "who answered %s about %s",
	}
	topics = strings.Split(`taxes,schools,health care,the budget,the election,the police,jobs,energy prices,trade,the border,housing,roads,`+
		`the court,the vote,drinking water,the climate,the bridge,the hospital,pensions,the war,refugees,the investigation`, ",")
)

// newMix learns from the bot whom and what its archive has to ask about.
func newMix(p plan, double *discordtest.Server) (*mix, error) {
	m := &mix{double: double, plan: p, random: rand.New(rand.NewPCG(p.seed, 0)), shown: new(buttons)}
	for _, typed := range strings.Split(" a b c d e f g h i j k l m n o p q r s t u v w x y z", " ") {
		m.learnNames(typed)
	}
	for i := 0; i < len(m.names) && len(m.quotes) < 200; i++ {
		m.learnQuotes(m.names[i])
	}
	if len(m.names) == 0 || len(m.quotes) == 0 {
		return nil, errors.New("the archive quotes nobody, so that there is nothing to ask about")
	}
	return m, nil
}

// learnNames takes the names that the bot suggests.
func (m *mix) learnNames(typed string) {
	t := new(silent)
	for _, c := range m.double.Complete(m.at(discordtest.Command{Name: "said", Options: map[string]any{"speaker": typed}, Focused: "speaker"})).Choices(t) {
		m.names = append(m.names, c.Name)
	}
}

// learnQuotes takes quotations from what the bot shows a person to have said.
func (m *mix) learnQuotes(name string) {
	t := new(silent)
	shown := m.double.Run(m.at(discordtest.Command{Name: "said", Options: map[string]any{"speaker": name}})).Reply(t)
	for _, e := range shown.Embeds {
		text := strings.NewReplacer("*", "", "_", "", `\`, "", `"`, "“").Replace(e.Description)
		for part := range strings.SplitSeq(text, "“") {
			part, _, _ = strings.Cut(part, "”")
			if n := len(strings.Fields(part)); n >= 4 && n <= 60 {
				m.quotes = append(m.quotes, part)
			}
		}
	}
}

// at has one of the invented users use the command, who keep to their channel.
func (m *mix) at(c discordtest.Command) discordtest.Command {
	n := m.random.IntN(m.plan.users)
	c.UserID, c.ChannelID = userID(n), channelID(n%m.plan.channels)
	return c
}

// next makes up the next thing that is done. It is called by one goroutine alone.
func (m *mix) next() deed {
	n := m.random.IntN(100)
	for _, w := range weights {
		if n -= w.of; n < 0 {
			return w.what(m)
		}
	}
	return m.question()
}

func (m *mix) use(name string, options map[string]any) deed {
	return deed{kind: "/" + name, command: m.at(discordtest.Command{Name: name, Options: options})}
}

func (m *mix) question() deed {
	text := fmt.Sprintf(m.pick(questions), m.pick(m.names), m.pick(topics))
	return m.use("ask", map[string]any{"question": text})
}

// quotation is one as it is in the archive, or with words left out.
func (m *mix) quotation() deed {
	words := strings.Fields(m.pick(m.quotes))
	if len(words) > 8 && m.random.IntN(2) == 0 {
		words = append(words[:3:3], words[5:]...)
	}
	return m.use("quote", map[string]any{"text": strings.Join(words, " "), "speaker": m.pick(m.names)})
}

func (m *mix) statements() deed {
	options := map[string]any{"speaker": m.pick(m.names)}
	if m.random.IntN(2) == 0 {
		options["about"] = m.pick(topics)
	}
	return m.use("said", options)
}

// typing is a letter more of something.
func (m *mix) typing() deed {
	option := []struct{ command, option, text string }{
		{"said", "speaker", m.pick(m.names)}, {"quote", "speaker", m.pick(m.names)},
		{"article", "article", m.pick(topics)}, {"ask", "outlet", m.pick(m.names)}, {"ask", "from", "February 2016"},
	}[m.random.IntN(5)]
	letters := []rune(option.text)
	typed := string(letters[:m.random.IntN(min(len(letters), 8))+1])
	d := m.use(option.command, map[string]any{option.option: typed})
	d.kind, d.command.Focused = "typing", option.option
	return d
}

// button is one below an answer that was shown, or a question if there is none.
func (m *mix) button() deed {
	if p := m.shown.take(m.random); p != nil {
		return deed{kind: "button", press: p}
	}
	return m.question()
}

func (m *mix) pick(from []string) string { return from[m.random.IntN(len(from))] }
