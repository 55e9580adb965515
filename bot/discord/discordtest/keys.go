package discordtest

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// shape is the keys that an object of JSON may have, and the shapes of what is under them; nil is anything.
type shape map[string]shape

// keys makes a shape of names and of those that lead further.
func keys(names string, nested shape) shape {
	s := shape{}
	for _, name := range strings.Fields(names) {
		s[name] = nil
	}
	maps.Copy(s, nested)
	return s
}

var (
	mediaKeys = keys("url proxy_url height width", nil)
	embedKeys = keys("title type description url timestamp color", shape{
		"footer": keys("text icon_url proxy_icon_url", nil),
		"author": keys("name url icon_url proxy_icon_url", nil),
		"fields": keys("name value inline", nil),
		"image":  mediaKeys, "thumbnail": mediaKeys, "video": mediaKeys,
		"provider": keys("name url", nil),
	})
	componentKeys = func() shape {
		s := keys(`type id custom_id style label url disabled sku_id placeholder min_values max_values min_length max_length
			required value content description spoiler divider spacing accent_color channel_types`, shape{
			"emoji":          keys("id name animated", nil),
			"options":        keys("label value description default", shape{"emoji": keys("id name animated", nil)}),
			"default_values": keys("id type", nil),
			"media":          mediaKeys, "file": mediaKeys,
			"items": keys("description spoiler", shape{"media": mediaKeys}),
		})
		s["components"], s["accessory"], s["component"] = s, s, s
		return s
	}()
	messageKeys = keys("content tts flags nonce enforce_nonce sticker_ids", shape{
		"embeds": embedKeys, "components": componentKeys,
		"allowed_mentions":  keys("parse users roles replied_user", nil),
		"message_reference": keys("type message_id channel_id guild_id fail_if_not_exists", nil),
		"attachments":       keys("id filename title description", nil),
		"poll":              nil,
	})
	// discordgo writes a message's ID and channel into the body of an edit, which Discord ignores.
	editKeys     = keys("ID Channel", except(messageKeys, "tts", "nonce", "enforce_nonce", "message_reference", "poll"))
	webhookKeys  = keys("username avatar_url thread_name", except(messageKeys, "nonce", "enforce_nonce", "message_reference", "sticker_ids"))
	replyKeys    = except(messageKeys, "tts", "nonce", "enforce_nonce", "message_reference", "sticker_ids")
	callbackKeys = keys("type", shape{
		"data": keys("custom_id title", shape{"choices": keys("name name_localizations value", nil)}).with(
			except(messageKeys, "nonce", "enforce_nonce", "message_reference", "sticker_ids")),
	})
	optionKeys = func() shape {
		s := keys(`type name name_localizations description description_localizations required autocomplete
			channel_types min_value max_value min_length max_length`, shape{"choices": keys("name name_localizations value", nil)})
		s["options"] = s
		return s
	}()
	commandKeys = keys(`id application_id guild_id version type name name_localizations description
		description_localizations default_member_permissions default_permission dm_permission nsfw contexts
		integration_types handler`, shape{"options": optionKeys})
	dmKeys = keys("recipient_id", nil)
)

// except is s without some of its keys.
func except(s shape, without ...string) shape {
	s = maps.Clone(s)
	for _, key := range without {
		delete(s, key)
	}
	return s
}

// with is s and the keys of more.
func (s shape) with(more shape) shape {
	s = maps.Clone(s)
	maps.Copy(s, more)
	return s
}

// unknown finds the keys of v that Discord does not know there: it ignores them, but they are mistakes.
func (p *problems) unknown(path string, v any, s shape) {
	if s == nil {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			under, known := s[key]
			if !known {
				p.add(join(path, key), "UNKNOWN_KEY", "Discord knows no such key here")
				continue
			}
			p.unknown(join(path, key), v[key], under)
		}
	case []any:
		for i, item := range v {
			p.unknown(join(path, strconv.Itoa(i)), item, s)
		}
	}
}

// join puts two paths together.
func join(path, key string) string {
	if path == "" || key == "" {
		return path + key
	}
	return path + "." + key
}
