(function(){"use strict";function named(fragment){return[...new Set(fragment.slice(1).split("."))].filter((name)=>name!=="");}
function numbering(text){const ranges=[];let next=0;for(const part of text.split(" ")){const[first,last=first]=part.split("..");const count=first===last?1:Number(last.match(/[0-9]+$/)[0])-Number(first.match(/[0-9]+$/)[0])+1;ranges.push({first,next,count});next+=count;}
const singles=new Map(ranges.map((range)=>[range.first,range.next]));return(id)=>{if(singles.has(id))return singles.get(id);const digits=(id.match(/[0-9]+$/)||[""])[0];for(const range of ranges){if(range.count===1||range.first.length!==id.length)continue;const own=range.first.match(/[0-9]+$/)[0];const stem=range.first.slice(0,-own.length);const offset=Number(digits.slice(-own.length))-Number(own);if(digits.length>=own.length&&id.startsWith(stem)&&offset>0&&offset<range.count)return range.next+offset;}
return undefined;};}
async function load(root,ids,numberOf,isAgain=false){const index=await window.knowhowSearch.open(root,{anew:isAgain});const entries=await index.source.cases(ids.map(numberOf));if(entries.some((entry,place)=>entry?.id!==ids[place])){if(isAgain)throw new Error("the files of the search are not those of the page");return load(root,ids,numberOf,true);}
return entries.map(({id,title,terms,body,details})=>({id,title,values:new Map(details.map(({kind,text})=>[String(kind),text])),terms:terms.map((numbers,place)=>numbers.map((number)=>index.facets[place].terms[number].label)),sections:body.split("\n\n").map((section)=>section.split("\n").filter((line)=>line!=="")),}));}
window.knowhowList={named,numbering,load};})();
// A list as a table for spreadsheets (CSV), written as Sources/Basics/Formats/CSVWriter.swift and Sources/Site/Data/TableText.swift do.
(function () {
  "use strict";

  // Platform-dependent characters, except for ℃ and Å.
  const DEPENDENT = /(?![\u2103\u212B])[\u2100-\u218B\u2460-\u24FF\u3200-\u33FF\uFF61-\uFF9F\u{1F100}-\u{1F2FF}]+/gu;
  const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

  function cell(text) {
    const line = text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replace(DEPENDENT, (run) => run.normalize("NFKC").normalize("NFC"));
    const safe = FORMULA.test(line) ? `'${line}` : line;
    return /[",]/.test(line) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }

  // Returns the rows as CSV: UTF-8 with a byte order mark, lines that end in CR LF.
  function csv(rows) {
    return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
  }

  Object.assign(window.knowhowList, { csv });
})();
(function(){"use strict";const UNSTATED="記載なし";function make(name,attributes={},...children){const element=document.createElement(name);for(const[key,value]of Object.entries(attributes))element.setAttribute(key,value);element.append(...children.filter((child)=>child!==null));return element;}
class View{constructor(setting){this.setting=setting;}
link({id,title}){const parts=title.split(/(によ(?:って|り|る))/)
.flatMap((part,place)=>(place % 2?[make("wbr"),make("span",{class:"phrase"},part)]:part));return make("a",{href:`${this.setting.root}cases/${id}.html`},...parts);}
by({terms}){return make("span",{class:"by"},(terms[this.setting.secondary]||[]).join("、"));}
table(entries,caption){const heads=entries.map((entry)=>make("th",{scope:"col"},this.link(entry),this.by(entry)));const group=(heading,marks,cells)=>make("tbody",marks,make("tr",{},make("th",{scope:"rowgroup",colspan:entries.length},heading)),make("tr",{},...cells));const sections=this.setting.headings.map((heading,place)=>
group(heading.cloneNode(true),{class:heading.dataset.field},entries.map(({sections:texts})=>{const lines=texts[place]||[];return make("td",{},...(lines.length>0?lines:[UNSTATED]).map((line)=>make("p",{},line)));})));const terms=this.setting.taxonomies.map((label,place)=>
group(label,{class:"named"},entries.map((entry)=>make("td",{"data-label":label},entry.terms[place].join("、")||UNSTATED))));const values=this.setting.fields.filter((label)=>entries.some((entry)=>entry.values.has(label))).map((label)=>
group(label,{class:"named"},entries.map((entry)=>make("td",{"data-label":label},entry.values.get(label)||UNSTATED))));return make("table",{class:"case-columns"},make("caption",{},caption),make("thead",{},make("tr",{},...heads)),...sections,...terms,...values);}
item(entry,place,count){const act=(name,label,isVain)=>make("button",{type:"button","data-act":name,...(isVain?{"aria-disabled":"true"}:{})},label,make("span",{class:"hidden"},`：${entry.title}`));return make("li",{"data-id":entry.id},make("div",{},this.link(entry),this.by(entry)),make("div",{class:"acts"},act("up","上へ",place===0),act("down","下へ",place===count-1),act("out","外す",false)));}
rows(entries,address){const headings=this.setting.headings.map((heading)=>heading.dataset.heading);const{taxonomies,fields}=this.setting;const head=["事例ID","題名",...taxonomies,...headings,...fields,"アドレス"];return[head,...entries.map(({id,title,terms,sections,values})=>[id,title,...terms.map((labels)=>labels.join("、")),...headings.map((_,place)=>(sections[place]||[]).join("\n")),...fields.map((label)=>values.get(label)||""),address(id),])];}}
Object.assign(window.knowhowList,{make,View});})();
(function(){"use strict";const{knowhowMarks:marks,knowhowList:list}=window;const{make}=list;const MOST_NAMES=5;const LONGEST_NAME=40;const COLUMNS=[["(min-width: 64rem)",4],["(min-width: 48rem)",3]];const FEWEST_COLUMNS=2;class OwnList{constructor(element){const{root,cases,withdrawn,secondary,address,title}=element.dataset;const part=(name)=>element.querySelector(`[data-${name}]`);const taxonomies=[...part("taxonomies").content.children];this.root=root||"./";this.numberOf=list.numbering(cases);this.withdrawn=new Set(withdrawn.split(" "));this.address=address;this.title=title;this.view=new list.View({root:this.root,headings:[...part("headings").content.children],taxonomies:taxonomies.map(({textContent})=>textContent),fields:[...part("fields").content.children].map(({textContent})=>textContent),secondary:taxonomies.findIndex(({dataset})=>dataset.key===secondary),});for(const name of["status","notes","empty","filled","count","items","compared","columns","about","pairs","mail","csv","clear","undo","local","waiting"]){this[name]=part(name);}
this.ids=[];this.known=new Map();this.former=[];this.turn=0;this.listen();}
listen(){this.items.addEventListener("click",({target})=>{const button=target.closest("[data-act]");if(button)this.act(button.dataset.act,button.closest("li").dataset.id);});this.csv.addEventListener("click",()=>this.save());this.clear.addEventListener("click",()=>{this.former=this.ids;this.change([],"リストを空にしました。");this.undo.hidden=false;this.undo.focus();});this.undo.addEventListener("click",async()=>{await this.change(this.former,"リストを元に戻しました。");this.clear.focus();});for(const[media]of COLUMNS)matchMedia(media).addEventListener("change",()=>this.compare());addEventListener("hashchange",()=>{if(location.hash!==this.fragment)this.open();});addEventListener("pageshow",({persisted})=>{if(persisted&&this.isOwn&&marks.isKept)this.change(marks.ids,"");});}
get fragment(){return this.ids.length>0?`#${this.ids.join(".")}`:"";}
open(){const names=list.named(location.hash);const own=marks.ids;const isReturn=performance.getEntriesByType("navigation")[0]?.type==="back_forward";const asked=names.slice(0,marks.MOST);const known=asked.filter((name)=>this.numberOf(name)!==undefined&&!this.withdrawn.has(name));this.notes.replaceChildren();if(names.length===0||(isReturn&&own.length>0&&!this.isOpen)){this.ids=own.filter((id)=>this.numberOf(id)!==undefined&&!this.withdrawn.has(id));this.isOwn=true;this.tellOfMissing(own);this.write();}else{this.ids=known;this.isOwn=own.length===0||own.join(".")===known.join(".");this.tellOfMissing(asked);if(names.length>marks.MOST){const count=names.length.toLocaleString("ja-JP");this.note(`リストに入れられるのは${marks.MOST}件までです。アドレスにある${count}件のうち、初めの${marks.MOST}件だけを読みました。`);}
if(this.isOwn)marks.set(known);else this.offerOwn(own);}
this.isOpen=true;return this.show();}
note(...content){this.notes.append(make("p",{},...content));}
tellOfMissing(names){const readable=(name)=>{let text=name;try{text=decodeURIComponent(name);}catch{}
const characters=[...text];const shown=characters.slice(0,LONGEST_NAME).join("")+(characters.length>LONGEST_NAME?"…":"");return `「${shown}」`;};const say=(missing,sentence)=>{const others=missing.length-MOST_NAMES;const first=missing.slice(0,MOST_NAMES).map(readable).join("");if(missing.length>0)this.note(sentence(first+(others>0?`ほか${others}件`:"")));};say(names.filter((name)=>this.withdrawn.has(name)),(cases)=>`${cases}は、取り下げられた事例なので、リストに入れていません。`);say(names.filter((name)=>this.numberOf(name)===undefined),(cases)=>`${cases}という番号の事例は、見つかりません。`);}
offerOwn(own){const adopt=make("button",{type:"button",class:"button quiet"},"このリストを自分のリストにする");const back=make("button",{type:"button",class:"button quiet"},`自分のリスト（${own.length}件）に戻る`);const go=(ids)=>{this.isOwn=true;this.notes.replaceChildren();this.change(ids,"");this.count.focus();};adopt.addEventListener("click",()=>go(this.ids));back.addEventListener("click",()=>go(marks.ids));this.note("アドレスにあるリストを表示しています。このタブで選んできた事例のリストとは違うものです。");this.notes.append(make("p",{class:"ways"},adopt,back));}
change(ids,message){this.ids=ids;this.undo.hidden=true;if(this.isOwn)marks.set(ids);this.write();this.status.textContent=message;return this.show();}
write(){if(location.hash===this.fragment)return;try{history.replaceState(null,"",this.fragment||location.pathname+location.search);}catch{location.replace(this.fragment||"#");}}
async act(name,id){const place=this.ids.indexOf(id);const{title}=this.known.get(id);const ids=[...this.ids];const next=name==="up"?place-1:place+1;if(name==="out"){ids.splice(place,1);await this.change(ids,`「${title}」をリストから外しました。残りは${ids.length}件です。`);const near=ids[Math.min(place,ids.length-1)];if(near)this.focus(near,name);else this.empty.focus();}else if(next<0||next>=ids.length){this.status.textContent=name==="up"?`「${title}」は、リストの初めにあります。`:`「${title}」は、リストの終わりにあります。`;}else{[ids[place],ids[next]]=[ids[next],ids[place]];await this.change(ids,`「${title}」を${next + 1}番目に移しました。`);this.focus(id,name);}}
focus(id,act){this.items.querySelector(`[data-id="${id}"] [data-act="${act}"]`).focus();}
get entries(){return this.ids.map((id)=>this.known.get(id));}
async show(){const turn=(this.turn+=1);const missing=this.ids.filter((id)=>!this.known.has(id));if(missing.length>0){this.waiting.hidden=false;try{for(const entry of await list.load(this.root,missing,this.numberOf))this.known.set(entry.id,entry);}catch{if(turn===this.turn)this.fail();return;}
if(turn!==this.turn)return;}
this.waiting.hidden=true;this.empty.hidden=this.ids.length>0;this.filled.hidden=this.ids.length===0;this.count.textContent=`${this.ids.length}件の事例`;this.items.replaceChildren(...this.entries.map((entry,place)=>this.view.item(entry,place,this.ids.length)));this.local.hidden=location.protocol!=="file:"||this.address!=="";this.mail.href = `mailto:?subject=${encodeURIComponent(this.title)}&body=${encodeURIComponent(`${this.title}（${this.ids.length}件）\r\n${this.where()}\r\n`)}`;
this.compare();}
fail(){this.waiting.hidden=true;const ways=this.ids.map((id)=>make("li",{},make("a",{href:`${this.root}cases/${id}.html`},id)));const again=make("a",{href:location.href},"ページを読み込み直す");again.addEventListener("click",(event)=>{event.preventDefault();location.reload();});this.notes.append(make("p",{},"事例の文章を読み込めませんでした。",again),make("ul",{},...ways));this.status.textContent="事例の文章を読み込めませんでした。";}
compare(){const{entries}=this;const columns=(COLUMNS.find(([media])=>matchMedia(media).matches)||["",FEWEST_COLUMNS])[1];const shown=entries.slice(0,columns);const pairs=[];for(let place=0;place<entries.length;place+=2){pairs.push(this.view.table(entries.slice(place,place+2),`${this.title}：${place + 1}件目から`));}
this.pairs.replaceChildren(...pairs);this.compared.hidden=entries.length<2;this.columns.replaceChildren(...(entries.length<2?[]:[this.view.table(shown,"並べて読む")]));this.columns.dataset.count=shown.length;this.about.hidden=shown.length===entries.length;this.about.textContent=`リストの初めの${shown.length}件を並べています。ほかの事例を並べるには、上のリストで順番を変えてください。`;}
where(){return location.protocol==="file:"&&this.address!==""?this.address+this.fragment:location.href;}
save(){const address=(id)=>new URL(`${this.root}cases/${id}.html`,this.where().replace(/#.*/,"")).href;const file=new Blob([list.csv(this.view.rows(this.entries,address))],{type:"text/csv"});const way=make("a",{href:URL.createObjectURL(file),download:"list.csv"});way.click();setTimeout(()=>URL.revokeObjectURL(way.href),10000);}}
const page=new OwnList(document.querySelector("[data-own-list]"));list.address=()=>page.where();page.open();})();
