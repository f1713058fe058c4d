(function(){"use strict";const SATURATION=1.2;const LENGTH_PART=0.75;const MAY_BE_SPELLED=
/\p{Script=Han}|[ァ-ヺー]{2}[アカガサザタダナハバパマヤャラワァリティジギ]|[レリ]ポ|とり|ふり|\w[-\u2010]/u;
const caseSource=(Source)=>class extends Source{async entries(){if(!this.known){const entries=await this.file("t",0,this.data.texts);this.known=entries.map((entry)=>(entry===0?null:this.entry(entry)));}
return this.known;}
async scores(word){const scores=new Map();const holding=new Set();const entries=await this.entries();const texts=entries.map((entry)=>(entry?this.fields(entry):[]));const lengths=texts.map((fields)=>fields.reduce((sum,[,text])=>sum+text.length,0));const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.data.count);
for(const[place,form]of word.alternatives.entries()){const counts=texts.map((fields)=>
fields.reduce((sum,[value,field])=>sum+value*window.knowhowSearch.text.placesOf(field,form).length,0));const holders=counts.filter((count)=>count>0).length;const rarity = Math.log(1 + (this.data.count - holders + 0.5) / (holders + 0.5));
for(const[number,count]of counts.entries()){if(count===0)continue;const relative = 1 - LENGTH_PART + (LENGTH_PART * lengths[number]) / meanLength;
const score = (form.weight * rarity * count * (SATURATION + 1)) / (count + SATURATION * relative);
scores.set(number,Math.max(scores.get(number)||0,score));if(place===0||form.isSpelling)holding.add(number);}}
const{hasAsTyped}=window.knowhowSearch;return hasAsTyped?Source.preferred(scores,[...holding].filter((number)=>hasAsTyped(this.facets,entries[number],word)),holding):scores;}
isExact(){return true;}
async cases(numbers){const entries=await this.entries();return numbers.map((number)=>entries[number]);}};window.knowhowSearch={caseSource,MAY_BE_SPELLED};})();
