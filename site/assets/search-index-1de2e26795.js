(function(){"use strict";const SEPARATOR=" ";const MOST_PAIRS=4;const MOST_IN_VAIN=5;const FAR=300;const ALPHABET="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";const VALUES=new Uint8Array(128);for(let value=0;value<64;value+=1)VALUES[ALPHABET.charCodeAt(value)]=value;class BitReader{constructor(text){this.text=text;this.place=0;this.value=0;this.left=0;}
bit(){if(this.left===0){if(this.place>=this.text.length)throw new RangeError("the end of the bits");this.value=VALUES[this.text.charCodeAt(this.place)];this.place+=1;this.left=6;}
this.left-=1;return(this.value>>this.left)&1;}
bits(count){let value=0;for(let rest=count;rest>0;rest-=1)value=value*2+this.bit();return value;}
unary(){let value=0;while(this.bit()===1)value+=1;return value;}
gamma(){const width=this.unary();return 2**width+this.bits(width);}
rice(width){return this.unary()*2**width+this.bits(width);}
impact(){if(this.bit()===0)return 0;if(this.bit()===0)return 1;return 2+this.bit();}
list(hasImpacts){const count=this.gamma();const width=this.bits(5);const numbers=new Uint32Array(count);const impacts=hasImpacts?new Uint8Array(count):null;let next=0;for(let place=0;place<count;place+=1){numbers[place]=next+this.rice(width);next=numbers[place]+1;if(hasImpacts)impacts[place]=this.impact();}
return{numbers,impacts};}
numbers(){return this.bit()===1?new Uint32Array(0):this.list(false).numbers;}}
function hashAt(hashes,place){return hashes.slice(5*place,5*place+5);}
function shardLists(text){const reader=new BitReader(text);const lists=new Map();let[first,second]=[0,0];for(let rest=reader.gamma();rest>0;rest-=1){const added=reader.gamma()-1;second=added===0?second+reader.gamma()-1:reader.bits(16);first+=added;lists.set(first*65536+second,reader.list(true));}
return lists;}
function lastNotAbove(keys,key){let[low,high]=[0,keys.length];while(high-low>1){const middle=(low+high)>>1;if(keys[middle]<=key)low=middle;else high=middle;}
return low;}
function pairKeys(word,wantsAll){const keys=[];for(let place=0;place+1<word.length;place+=1){if(word[place]!==SEPARATOR)keys.push(word.charCodeAt(place)*65536+word.charCodeAt(place+1));}
const few=wantsAll||keys.length<=MOST_PAIRS?keys:keys.filter((_,place)=>place % 2===0||place===keys.length-1);return[...new Set(few)];}
const caseSource=(Source)=>class extends Source{constructor(data,facets,load){super(data,facets,load);this.index=data.index;this.shards=new Map();this.seen=new Map();}
shard(firstKey,hash){if(!this.shards.has(firstKey)){const promise=this.file("s",firstKey,hash).then(shardLists);this.shards.set(firstKey,promise);promise.catch(()=>this.shards.delete(firstKey));}
return this.shards.get(firstKey);}
async shardsBetween(first,last){const{firstKeys,shards}=this.index;const found=[];for(let list=lastNotAbove(firstKeys,first);firstKeys[list]<=last;list+=1){const[hashes,gaps]=await this.file("k",firstKeys[list],hashAt(shards,list));const keys=new BitReader(gaps).numbers().map((gap)=>firstKeys[list]+gap);for(let place=lastNotAbove(keys,first);keys[place]<=last;place+=1){found.push(this.shard(keys[place],hashAt(hashes,place)));}}
return Promise.all(found);}
async pair(key){for(const lists of await this.shardsBetween(key,key))if(lists.has(key))return lists.get(key);return null;}
rarity(holders){return Math.log(1 + (this.data.count - holders + 0.5) / (holders + 0.5));
}
async characterScores(character){const first=character.charCodeAt(0)*65536;const impacts=new Map();for(const lists of await this.shardsBetween(first,first+65535)){for(const[key,list]of lists){if(key<first||key>first+65535)continue;for(const[place,number]of list.numbers.entries()){impacts.set(number,Math.max(impacts.get(number)||0,list.impacts[place]+1));}}}
const rarity=this.rarity(impacts.size);return new Map([...impacts].map(([number,impact])=>[number,rarity*impact]));}
async textScores(text,wantsAll){const keys=pairKeys(text,wantsAll);if(keys.length===0)return this.characterScores(text);const lists=await Promise.all(keys.map((key)=>this.pair(key)));if(lists.includes(null))return new Map();lists.sort((left,right)=>left.numbers.length-right.numbers.length);let scores=null;for(const{numbers,impacts}of lists){const part = this.rarity(numbers.length) / lists.length;
const next=new Map();for(const[place,number]of numbers.entries()){if(scores===null)next.set(number,part*(impacts[place]+1));else if(scores.has(number))next.set(number,scores.get(number)+part*(impacts[place]+1));}
scores=next;}
return scores;}
async scores(word,wantsAll){const scores=new Map();const[typed,holding]=[new Set(),new Set()];const all=await Promise.all(word.alternatives.map(({text})=>this.textScores(text,wantsAll)));for(const[place,own]of all.entries()){const{weight,isSpelling}=word.alternatives[place];for(const[number,score]of own){scores.set(number,Math.max(scores.get(number)||0,weight*score));if(place===0)typed.add(number);if(place===0||isSpelling)holding.add(number);}}
return Source.preferred(scores,[...typed],holding);}
isExact(words){return words.every((word)=>
word.alternatives.every(({text})=>text.length<=2&&!text.includes(SEPARATOR)));}
async facet(place){if(!this.facetLists)this.facetLists=new Map();if(!this.facetLists.has(place)){const reader=new BitReader(await this.file("f",place,hashAt(this.index.facets,place)));const lists=[];for(let rest=this.facets[place].terms.length+1;rest>0;rest-=1)lists.push(reader.numbers());this.facetLists.set(place,{terms:lists.slice(0,-1),unstated:lists[lists.length-1]});}
return this.facetLists.get(place);}
async cases(numbers){return Promise.all(numbers.map(async(number)=>{if(!this.seen.has(number))this.seen.set(number,await this.loadCase(number));return this.seen.get(number);}));}
async loadCase(number){const{texts,listSize}=this.index;const list = Math.floor(number / listSize);
const[hashes,counts]=await this.file("l",list*listSize,hashAt(texts,list));let[place,first]=[0,list*listSize];const size=()=>VALUES[counts.charCodeAt(place)];for(;first+size()<=number;place+=1)first+=size();const entries=await this.file("t",first,hashAt(hashes,place));return this.entry(entries[number-first]);}
async checked(found,words,first,limit){const shown=[];const start=first>FAR?first:0;const wanted=first-start+limit;let[numbers,place,vain,isNarrow]=[found,start,0,false];while(place<numbers.length&&shown.length<wanted){const some=numbers.slice(place,place+wanted-shown.length);for(const[offset,entry]of(await this.cases(some)).entries()){if(this.holds(entry,words))shown.push(some[offset]);else vain+=1;}
place+=some.length;if(vain>MOST_IN_VAIN&&!isNarrow){const left=new Set((await this.ranked(words,true)).numbers);numbers=numbers.filter((number,index)=>index<place||left.has(number));isNarrow=true;}}
return{shown:shown.slice(first-start),total:numbers.length-vain,isExact:start===0&&place>=numbers.length,};}};const MAY_BE_SPELLED=
/[\u2E80-\u2EF3一下乗仕付似位作使個借備催働元入出分切前割助動勤取受名呼問埋声売子小届差巻座建引張待後心思成戻手打払投折抜押持振据掛擦日明書月期未条染植気消焼片申盛知積立組締繰置義聞落行裏見言話語読請譲買貸貼踏返追送釣関雇預飛飲所]|支払|[ァ-ヺー]{2}[アカガサザタダナハバパマヤャラワァリティジギ]|[レリ]ポ|とり|ふり|\w[-\u2010]/;
window.knowhowSearch={caseSource,MAY_BE_SPELLED};})();
