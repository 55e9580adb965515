package bot_test
import ("testing";"bufio";"encoding/json";"os";"time";"slices";"fmt";"copydesk/bot";"copydesk/index")
func TestSlow(t *testing.T){
	x, err := index.Open("/tmp/verify/d", index.Options{Command: "test"}); if err!=nil {t.Fatal(err)}
	defer x.Close()
	desk := bot.New(x, bot.Options{})
	f,_ := os.Open("/work/shared/eval/quotes-dev.jsonl")
	type c struct { ID string; Quote string `json:"quote"`; Speaker string `json:"claimed_speaker"`; d time.Duration; v bot.Verdict; sim float64}
	var cs []c
	for s := bufio.NewScanner(f); s.Scan(); { var o c; json.Unmarshal(s.Bytes(),&o); desk.CheckQuote(t.Context(),o.Quote,o.Speaker); cs=append(cs,o)}
	for i := range cs { best:=time.Hour; for range 5 { st:=time.Now(); k,_:=desk.CheckQuote(t.Context(),cs[i].Quote,cs[i].Speaker); best=min(best,time.Since(st)); cs[i].v=k.Verdict; if len(k.Matches)>0 {cs[i].sim=k.Matches[0].Similarity}}; cs[i].d=best }
	slices.SortFunc(cs,func(a,b c)int{return int(b.d-a.d)})
	for _,o := range cs[:16] { fmt.Println(o.d,o.ID,o.v,o.sim,len(o.Quote)) }
	fmt.Println("p95",cs[7].d,"p50",cs[70].d)
}
