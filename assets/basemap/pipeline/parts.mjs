// writes countries without islands below an area, in square kilometres, but with the largest part of each; a part that touches another country is
// no island
// usage: parts.mjs countries10.json KM2
import fs from 'fs';
const [file,min]=process.argv.slice(2);
const j=JSON.parse(fs.readFileSync(file));
const R=6371.0072,rad=d=>d*Math.PI/180;
const area=r=>{let s=0;for(let i=0;i+1<r.length;i++)s+=rad(r[i+1][0]-r[i][0])*(2+Math.sin(rad(r[i][1]))+Math.sin(rad(r[i+1][1])));return Math.abs(s*R*R/2)};
const owner=new Map();
for(const f of j.features)JSON.stringify(f.geometry.coordinates,(_,v)=>{if(Array.isArray(v)&&typeof v[0]==='number'){const k=v.join();owner.set(k,owner.has(k)&&owner.get(k)!==f?null:f);return 0}return v});
const touches=p=>p[0].some(q=>owner.get(q.join())===null);
for(const f of j.features){
 const parts=f.geometry.type==='Polygon'?[f.geometry.coordinates]:f.geometry.coordinates;
 const size=parts.map(p=>area(p[0])),most=Math.max(...size);
 f.geometry={type:'MultiPolygon',coordinates:parts.filter((p,i)=>size[i]>=+min||size[i]===most||touches(p))};
}
process.stdout.write(JSON.stringify(j));
