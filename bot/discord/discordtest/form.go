package discordtest

// form checks a form: rows with one text input each, labels with one component each, and text.
func (p *problems) form(data map[string]any) {
	s := survey{problems: p}
	p.text("data", data, "title", 1, maxModalTitle)
	p.text("data", data, "custom_id", 1, maxCustomID)
	p.objects("data", data, "components", 1, maxRows, func(at string, c map[string]any) {
		switch number(c["type"]) {
		case rowComponent:
			s.nested(at, c, 1, 1, inputComponent)
		case labelComponent:
			s.label(at, c)
		case displayComponent:
			s.component(at, c, []int{displayComponent})
		default:
			p.add(join(at, "type"), "UNION_TYPE_CHOICES", "type %v cannot stand in a form", c["type"])
		}
	})
}

// label checks a label and what it is for.
func (s *survey) label(path string, c map[string]any) {
	s.text(path, c, "label", 1, maxFormLabel)
	s.text(path, c, "description", 0, maxAbout)
	inside := s.object(path, c, "component")
	path = join(path, "component")
	if inside == nil {
		s.add(path, "BASE_TYPE_REQUIRED", "This field is required")
		return
	}
	if number(inside["type"]) == inputComponent && inside["label"] != nil {
		s.add(join(path, "label"), "BASE_TYPE_BAD_TYPE", "the label around the input has the label")
	}
	s.component(path, inside, []int{inputComponent, textSelect, userSelect, roleSelect, mentionableSelect, channelSelect, uploadComponent})
}

// input checks a text input; one in a row has its own label.
func (s *survey) input(path string, c map[string]any, inRow bool) {
	s.customID(path, c)
	if c["style"] == nil {
		s.add(join(path, "style"), "BASE_TYPE_REQUIRED", "This field is required")
	}
	s.integer(path, c, "style", 1, 2)
	if inRow {
		s.text(path, c, "label", 1, maxFormLabel)
	}
	least := s.integer(path, c, "min_length", 0, maxInput)
	most := s.integer(path, c, "max_length", 1, maxInput)
	if c["max_length"] == nil {
		most = maxInput
	}
	if least > most {
		s.add(join(path, "min_length"), "NUMBER_TYPE_RANGE", "min_length %d is over max_length %d", least, most)
	}
	s.text(path, c, "value", 0, most)
	s.text(path, c, "placeholder", 0, maxInputPlaceholder)
}
