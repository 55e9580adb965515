package discordtest

// Embed is the part of a message in a box. Fields that were not sent are empty.
type Embed struct {
	Title       string       `json:"title"`
	Description string       `json:"description"`
	URL         string       `json:"url"`
	Timestamp   string       `json:"timestamp"`
	Color       int          `json:"color"` // 0xRRGGBB
	Author      EmbedAuthor  `json:"author"`
	Footer      EmbedFooter  `json:"footer"`
	Fields      []EmbedField `json:"fields"`
	Image       EmbedMedia   `json:"image"`
	Thumbnail   EmbedMedia   `json:"thumbnail"`
}

// EmbedAuthor is the line above an embed's title.
type EmbedAuthor struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// EmbedFooter is the line below an embed.
type EmbedFooter struct {
	Text string `json:"text"`
}

// EmbedField is one of an embed's named values.
type EmbedField struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Inline bool   `json:"inline"`
}

// EmbedMedia is a picture.
type EmbedMedia struct {
	URL string `json:"url"`
}

// embeds checks the embeds of a message, each and all together.
func (p *problems) embeds(path string, body map[string]any) {
	sum := 0
	p.objects(path, body, "embeds", 0, maxEmbeds, func(at string, e map[string]any) { sum += p.embed(at, e) })
	if sum > maxEmbedText {
		p.add(join(path, "embeds"), "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of %d: %d characters.", maxEmbedText, sum)
	}
}

// embed checks one embed and returns how many characters of it count towards the sum.
func (p *problems) embed(path string, e map[string]any) int {
	author, footer := p.object(path, e, "author"), p.object(path, e, "footer")
	sum := units(p.text(path, e, "title", 0, maxTitle)) + units(p.text(path, e, "description", 0, maxDescription))
	if author != nil {
		sum += units(p.text(join(path, "author"), author, "name", 1, maxAuthor))
		p.link(join(path, "author"), author, "url", maxURL, "http", "https")
		p.link(join(path, "author"), author, "icon_url", maxURL, "http", "https", "attachment")
	}
	if footer != nil {
		sum += units(p.text(join(path, "footer"), footer, "text", 1, maxFooter))
		p.link(join(path, "footer"), footer, "icon_url", maxURL, "http", "https", "attachment")
	}
	p.objects(path, e, "fields", 0, maxFields, func(at string, f map[string]any) {
		sum += units(p.text(at, f, "name", 1, maxFieldName)) + units(p.text(at, f, "value", 1, maxFieldValue))
	})
	p.link(path, e, "url", maxURL, "http", "https")
	p.integer(path, e, "color", 0, maxColor)
	p.timestamp(path, e, "timestamp")
	pictured := false
	for _, key := range []string{"image", "thumbnail"} {
		if media := p.object(path, e, key); media != nil {
			p.link(join(path, key), media, "url", maxURL, "http", "https", "attachment")
			pictured = true
		}
	}
	if sum == 0 && !pictured {
		p.add(path, "BASE_TYPE_REQUIRED", "nothing of the embed is to be seen")
	}
	return sum
}
