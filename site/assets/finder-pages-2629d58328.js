(function(){"use strict";const{said,results:{PAGE_SIZE,make,go}}=window.knowhowFinder;const pageCount = (found) => Math.max(1, Math.ceil(found.total / PAGE_SIZE));
const hidden=(text)=>make("span",{class:"hidden"},text);const NEAR=2;async function last(page,found,search){for(let step=1;found.hits.length===0&&found.total>0&&page>1;step*=2){page=Math.max(1,Math.min(page-step,pageCount(found)));found=await search(page);}
return[page,found];}
function place(asked,found){if(pageCount(found)===1)return "";const[last,page]=[said(pageCount(found)),said(asked.page)];return found.exact?`${last}ページのうち${page}ページ目`:`およそ${last}ページのうち${page}ページ目`;}
function links(asked,found){const last=pageCount(found);if(last===1)return null;const{page}=asked;const to=(number,...children)=>go({...asked,page:number},...children);const items=[];if(page>1)items.push(make("li",{class:"previous"},to(page-1,"前のページ")));for(let number=1;number<=last;number+=1){const isNear=Math.abs(number-page)<=NEAR;if(number!==1&&number!==last&&!isNear){items.push(make("li",{class:"gap"},"…"));number=number<page?page-NEAR-1:last-1;}else if(number===page){items.push(make("li",{},make("span",{"aria-current":"page"},hidden("いまのページ："),said(number))));}else{items.push(make("li",{},to(number,hidden("ページ"),said(number))));}}
if(page<last)items.push(make("li",{class:"next"},to(page+1,"次のページ")));const place=(page-1)*PAGE_SIZE;const[total,first,end]=[found.total,place+1,place+found.hits.length].map(said);const range=found.exact
?`全${total}件のうち${first}〜${end}件目を表示しています。`
:`およそ${total}件のうち${first}〜${end}件目を表示しています。`;return make("nav",{class:"pagination","aria-label":"ページ送り"},make("p",{},range),make("ul",{},...items));}
window.knowhowFinder.paging={last,place,links};window.knowhow(window.knowhowSearch.VERSION,true);})();
