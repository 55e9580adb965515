package wiretext

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"copydesk/corpus/corpustest"
)

func TestOutletOrder(t *testing.T) {
	const header, byline, wire = "Outlet: Brink Star\n", "By Anna Veldt, Harbour Post\n", "BRINK (AP) — "
	tests := []struct{ name, text, want string }{
		{"1.txt", "Head\n" + header + byline + wire + "It opened.", "Brink Star"},
		{"1.txt", "Head\n" + byline + header + wire + "It opened.", "Brink Star"},
		{"1.txt", "Head\n" + byline + wire + "It opened.", "Harbour Post"},
		{"1.txt", "Head\n" + wire + "It opened.", "AP"},
		{"1.txt", "Head\nIt opened.", ""},
	}
	for _, tt := range tests {
		a, err := read(t, tt.name, strings.NewReader(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		if a.Outlet != tt.want || a.OutletInferred {
			t.Errorf("%s %q: got outlet %q, inferred %v, want %q, stated", tt.name, tt.text, a.Outlet, a.OutletInferred, tt.want)
		}
	}
}

// The stories, and the outlets but for CNN and POLITICO, are invented.
func TestInferOutlet(t *testing.T) {
	tests := []struct{ story, want string }{
		{"Two envoys told POLITICO. The mayor declined to comment when contacted by POLITICO.", "POLITICO"},
		{"Two envoys told POLITICO. A minister told POLITICO Wednesday it was so.", "POLITICO"},
		{"Two envoys told the Brink Star. A minister told The Brink Star it was so.", "The Brink Star"},
		{"Two envoys told OSX. Contacted by OSX, the mayor laughed.", "OSX"},
		{"An envoy, granted anonymity, told OSX. The mayor did not respond to OSX’s request for comment.", "OSX"},
		{"The mayor told CNN it was so. She did not respond to requests for comment from CNN.", "CNN"},

		{"Two envoys told POLITICO.", ""},                                                                                                      // once
		{"Two envoys told POLITICO and a minister told POLITICO.", ""},                                                                         // in one sentence
		{"Ravel told POLITICO. Ravel told POLITICO more.", ""},                                                                                 // one source
		{"Ravel told POLITICO. He told POLITICO more.", ""},                                                                                    // one source
		{"Two envoys told CNN. A minister told CNN.", ""},                                                                                      // everybody's
		{"Two envoys told OSX. A minister told OSX.", ""},                                                                                      // an acronym
		{"Two envoys told Congress. A minister told Congress.", ""},                                                                            // no outlet's name
		{"Two envoys told UNESCO. When contacted by UNESCO, a minister agreed.", ""},                                                           // an institution
		{"Two envoys told the POLITICO. A minister told the POLITICO.", ""},                                                                    // capitals with an article
		{"Two envoys told lawmakers. A minister told reporters.", ""},                                                                          // no name
		{"“Two envoys told POLITICO. When contacted by POLITICO, I agreed,” she said.", ""},                                                    // not the story's voice
		{"Envoys told CNN’s Ada Roe. When contacted by CNN’s Ada Roe, a minister agreed.", ""},                                                 // somebody of CNN's
		{"Two envoys told POLITICO. A minister told the Brink Star. Contacted by the Brink Star, she agreed. Asked by POLITICO, he left.", ""}, // two
		{"Two envoys told Royal Mail. A minister told Royal Mail.", ""},                                                                        // a company
	}
	for _, tt := range tests {
		a, err := read(t, "a.txt", strings.NewReader("Head\n\n"+tt.story))
		if err != nil {
			t.Fatal(err)
		}
		if a.Outlet != tt.want || a.OutletInferred != (tt.want != "") {
			t.Errorf("%q: got %q, inferred %v, want %q", tt.story, a.Outlet, a.OutletInferred, tt.want)
		}
	}
}

// TestInferOutletOnArchive holds what the rule gets right on the stories of an archive whose outlets are known. The
// one wrong answer is an agency's story that an outlet printed without its mark.
func TestInferOutletOnArchive(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpustest.Shared(t, "corpus", "newsroom"), "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("archive: got %d files, %v", len(files), err)
	}
	right, wrong := 0, 0
	for _, file := range files {
		body, publisher := item(t, file)
		a, err := read(t, file, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if !a.OutletInferred {
			continue
		}
		if strings.Contains(strings.ToLower(a.Outlet), strings.ToLower(publisher)) {
			right++
		} else {
			wrong++
			t.Logf("%s: got %s, want %s", filepath.Base(file), a.Outlet, publisher)
		}
	}
	t.Logf("%d stories: %d outlets inferred rightly, %d wrongly", len(files), right, wrong)
	if right < 7 || wrong > 1 {
		t.Errorf("got %d right, %d wrong, want 7 and 1", right, wrong)
	}
}

// item is the text and the publisher of an archived story.
func item(t *testing.T, file string) (body, publisher string) {
	t.Helper()
	var story struct {
		Bodies      []struct{ Value string }
		InfoSources []struct{ Name string }
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &story); err != nil {
		t.Fatal(err)
	}
	return story.Bodies[0].Value, story.InfoSources[0].Name
}
