package discordpage

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"copydesk/bot/discord/discordtest"
)

// action is what a person does on the page. Each kind uses some of it.
type action struct {
	User, Channel, Locale string
	Message               string // ID
	Text                  string
	ReplyTo               string // ID of a message
	Ping                  bool   // with a ping to its author
	Files                 []file
	Name                  string // a command's
	Type                  discordtest.CommandType
	Options               map[string]option // by name
	Focused               string            // name of the option being typed
	CustomID              string            `json:"custom_id"`
	Values                []string
	Form                  string // ID of the interaction that was answered with a form
	Typed                 map[string]string
	Chosen                map[string][]string
}

// file is a file that is sent along.
type file struct {
	Name string
	Data []byte
}

// option is the value of a command's option, as it was typed.
type option struct {
	Type  int // Discord's number
	Value string
	File  *file
}

// outcome is what the page is told of an action: nothing, or one of these.
type outcome struct {
	ID      string               `json:"id,omitempty"`
	Choices []discordtest.Choice `json:"choices,omitempty"`
	Form    json.RawMessage      `json:"form,omitempty"`
	Failed  string               `json:"failed,omitempty"` // what the person is told
}

// refusal is why an action cannot be done, as the person is told.
type refusal string

func (r refusal) Error() string { return string(r) }

// errNone is an action on what is not there, or not the person's.
const errNone refusal = "This is not there any more."

// act reads an action, does it, and answers with what came of it.
func (p *page) act(do func(*http.Request, action) (any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var a action
		if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
			http.Error(w, "This was not understood.", http.StatusBadRequest)
			return
		}
		if !p.known(a.User, a.Channel) {
			http.Error(w, "There is no such channel.", http.StatusNotFound)
			return
		}
		out, err := do(r, a)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		write(w, out)
	}
}

// patience is how long Discord gives a bot to react.
const patience = 3 * time.Second

// reaction waits for what the bot first does about an interaction.
func reaction(ctx context.Context, i *discordtest.Interaction, failed string) outcome {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	e, ok := i.First(ctx)
	if !ok {
		return outcome{Failed: failed}
	}
	return outcome{ID: i.ID(), Choices: e.Choices, Form: e.Form}
}

func (p *page) say(_ *http.Request, a action) (any, error) {
	return outcome{ID: p.d.Say(discordtest.UserMessage{
		Content: a.Text, ChannelID: a.Channel, UserID: a.User, ReplyTo: a.ReplyTo, NoPing: !a.Ping, Files: sent(a.Files),
	})}, nil
}

func sent(files []file) []discordtest.File {
	var out []discordtest.File
	for _, f := range files {
		out = append(out, discordtest.File{Name: f.Name, Data: string(f.Data)})
	}
	return out
}

// own finds a message that the person wrote.
func (p *page) own(a action) (discordtest.Message, error) {
	m, ok := p.d.Message(a.Message)
	if !ok || m.Deleted || m.Author.ID != a.User {
		return m, errNone
	}
	return m, nil
}

func (p *page) edit(_ *http.Request, a action) (any, error) {
	m, err := p.own(a)
	if err == nil && m.Content != a.Text {
		p.d.Edit(m.ID, a.Text)
	}
	return outcome{}, err
}

func (p *page) remove(_ *http.Request, a action) (any, error) {
	m, err := p.own(a)
	if err == nil {
		p.d.Delete(m.ID)
	}
	return outcome{}, err
}

func (p *page) dismiss(_ *http.Request, a action) (any, error) {
	m, ok := p.d.Message(a.Message)
	if !ok || m.Deleted || !m.Ephemeral() || m.Invoker.ID != a.User {
		return nil, errNone
	}
	p.d.Dismiss(m.ID)
	return outcome{}, nil
}

func (p *page) run(r *http.Request, a action) (any, error) {
	c, err := a.command()
	if err != nil {
		return nil, err
	}
	return reaction(r.Context(), p.d.Run(c), "The application did not respond"), nil
}

func (p *page) complete(r *http.Request, a action) (any, error) {
	c, err := a.command()
	if err != nil {
		return nil, err
	}
	return reaction(r.Context(), p.d.Complete(c), "Loading options failed"), nil
}

func (p *page) press(r *http.Request, a action) (any, error) {
	m, ok := p.d.Message(a.Message)
	if !ok || m.Deleted || m.Ephemeral() && m.Invoker.ID != a.User {
		return nil, errNone
	}
	i := p.d.Press(discordtest.Press{MessageID: a.Message, CustomID: a.CustomID, Values: a.Values, UserID: a.User, Locale: a.Locale})
	return reaction(r.Context(), i, "This interaction failed"), nil
}

func (p *page) submit(r *http.Request, a action) (any, error) {
	of, ok := p.d.Interaction(a.Form)
	if !ok || of.User().ID != a.User {
		return nil, errNone
	}
	i := p.d.Submit(discordtest.Submit{Of: of, Values: a.Typed, Chosen: a.Chosen, Locale: a.Locale})
	return reaction(r.Context(), i, "Something went wrong. Try again."), nil
}

// command is the use of a command that the action is.
func (a action) command() (discordtest.Command, error) {
	c := discordtest.Command{
		Name: a.Name, Type: a.Type, Target: a.Message, ChannelID: a.Channel, UserID: a.User, Locale: a.Locale, Focused: a.Focused,
		Options: make(map[string]any),
	}
	for name, o := range a.Options {
		v, err := o.value(name == a.Focused)
		if err != nil {
			return c, refusal(fmt.Sprintf("%s: %v", name, err))
		}
		c.Options[name] = v
	}
	return c, nil
}

// value is the option as a client sends it; one that is still being typed is a text.
func (o option) value(typing bool) (any, error) {
	switch {
	case o.File != nil:
		return discordtest.File{Name: o.File.Name, Data: string(o.File.Data)}, nil
	case typing:
		return o.Value, nil
	case o.Type == 4:
		n, err := strconv.Atoi(o.Value)
		if err != nil {
			return nil, refusal("This is not a whole number.")
		}
		return n, nil
	case o.Type == 5:
		return o.Value == "true", nil
	case o.Type == 10:
		n, err := strconv.ParseFloat(o.Value, 64)
		if err != nil {
			return nil, refusal("This is not a number.")
		}
		return n, nil
	}
	return o.Value, nil
}
