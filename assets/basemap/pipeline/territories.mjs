// a1.json: the Golan becomes part of Syria. The province that holds it is cut along the line of the Syrian claim, whose ends are vertices of it.
import fs from 'fs';
const J=f=>JSON.parse(fs.readFileSync(f));
const a1=J('a1.json'),near=(p,q)=>Math.hypot(p[0]-q[0],p[1]-q[1])<1e-4;
const claim=J('claims10.json').features.find(f=>f.properties.name==='Syrian claim').geometry.coordinates.map(l=>l.slice());
let line=claim.shift();
while(claim.length){ // join the pieces
 const i=claim.findIndex(l=>[l[0],l.at(-1)].some(p=>near(p,line[0])||near(p,line.at(-1))));
 if(i<0)throw new Error('the claim has a gap');
 let [l]=claim.splice(i,1);
 if(near(l[0],line[0])||near(l[0],line.at(-1))){if(near(l[0],line[0]))line.reverse()}else{l.reverse();if(near(l[0],line[0]))line.reverse()}
 line=[...line,...l.slice(1)];
}
const f=a1.features.find(f=>f.properties.prov==='HaZafon');
const ring=f.geometry.coordinates[0].slice(0,-1);
const at=p=>{const i=ring.findIndex(q=>near(p,q));if(i<0)throw new Error('the claim ends off the border');return i};
let i=at(line[0]),j=at(line.at(-1));
if(i>j){[i,j]=[j,i];line.reverse()}
const inner=line.slice(1,-1);
const parts=[[...ring.slice(i,j+1),...inner.slice().reverse()],[...ring.slice(j),...ring.slice(0,i+1),...inner]].map(r=>[...r,r[0]]);
const east=r=>Math.max(...r.map(p=>p[0]));
parts.sort((p,q)=>east(p)-east(q)); // the Golan reaches further east
f.geometry.coordinates[0]=parts[0];
a1.features.push({type:'Feature',properties:{iso:'SY',prov:'Golan'},geometry:{type:'Polygon',coordinates:[parts[1]]}});
fs.writeFileSync('a1.json',JSON.stringify(a1));
