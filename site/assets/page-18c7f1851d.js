(function(){"use strict";const tools=document.querySelector(".page-tools");if(!tools)return;const status=tools.querySelector("[role=status]");const field=tools.querySelector(".address-field");const input=field?.querySelector("input");function address(){if(window.knowhowList)return window.knowhowList.address();const canonical=document.querySelector("link[rel=canonical]");return canonical?canonical.href:location.href.split("#")[0];}
function tell(message){status.textContent="";setTimeout(()=>{status.textContent=message;},50);}
function offer(text){field.hidden=false;input.value=text;input.focus();input.select();tell("アドレスを選択しました。コピーの操作をしてください。");}
async function copy(){const text=address();try{await navigator.clipboard.writeText(text);field.hidden=true;tell("アドレスをコピーしました。");}catch{offer(text);}}
tools.querySelector("[data-copy]")?.addEventListener("click",copy);tools.querySelector("[data-print]").addEventListener("click",()=>window.print());tools.hidden=false;})();
