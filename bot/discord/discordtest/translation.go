package discordtest

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// locales are the languages that Discord's clients have.
var locales = strings.Fields(`ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru
	sv-SE th tr uk vi zh-CN zh-TW`)

// translations checks what stands in place of the text under key in other languages, and returns it by language. 0 as
// the most means that there may be none.
func (p *problems) translations(path string, object map[string]any, key string, most int) map[string]string {
	out := make(map[string]string)
	key += "_localizations"
	given := p.object(path, object, key)
	path = join(path, key)
	for _, locale := range slices.Sorted(maps.Keys(given)) {
		if !slices.Contains(locales, locale) {
			p.add(path, "BASE_TYPE_CHOICES", "Discord has no language %q", locale)
		}
		out[locale] = p.text(path, given, locale, 1, most)
	}
	return out
}

// sameNames finds items of one kind, commands or options, that are called the same in English, or in another language,
// where those that are not translated keep the English name.
func (p *problems) sameNames(path string, items []any, code string, kind func(map[string]any) int) {
	type key struct {
		kind int
		name string
	}
	found := make(map[int]bool)
	for _, locale := range append([]string{""}, locales...) {
		seen := map[key]bool{}
		for i, v := range items {
			item, _ := v.(map[string]any)
			k := key{kind(item), nameIn(item, locale)}
			if seen[k] && !found[i] {
				found[i] = true
				p.add(join(join(path, strconv.Itoa(i)), "name"), code, "Names must be unique: %q %s", k.name, locale)
			}
			seen[k] = true
		}
	}
}

// nameIn is the name of a command or an option in a language; "" is the one that it is not translated into.
func nameIn(item map[string]any, locale string) string {
	translated, _ := item["name_localizations"].(map[string]any)
	if name, ok := translated[locale].(string); ok {
		return name
	}
	name, _ := item["name"].(string)
	return name
}

// longest is the length of the text under key in the language in which it is longest.
func longest(object map[string]any, key string) int {
	text, _ := object[key].(string)
	most := units(text)
	translated, _ := object[key+"_localizations"].(map[string]any)
	for _, v := range translated {
		text, _ := v.(string)
		most = max(most, units(text))
	}
	return most
}

// untranslated is what Discord gives of v, a command or a part of one, unless it is asked for all languages.
func untranslated(v any) any {
	switch v := v.(type) {
	case command:
		return untranslated(map[string]any(v))
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, under := range v {
			if !strings.HasSuffix(key, "_localizations") {
				out[key] = untranslated(under)
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = untranslated(item)
		}
		return out
	}
	return v
}
