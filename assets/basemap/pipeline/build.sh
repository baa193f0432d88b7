#!/bin/bash
# Rebuild the map layers from Debian packages and npm mapshaper (see README.md).
# usage: build.sh OUTDIR xmin,ymin,xmax,ymax
set -euo pipefail
OUT=${1:?out folder}; BBOX=${2:-44,2,140,58}
HERE=$(cd "$(dirname "$0")" && pwd); W=${WORK:?scratch folder}; X=${DEBX:?folder of unpacked Debian packages}
export MAPSHAPER=${MAPSHAPER:?path of mapshaper}
MS="node --max-old-space-size=4000 $MAPSHAPER"
G=$X/libgnudatalanguage0/usr/share/gnudatalanguage/resource/maps   # Natural Earth 10m polygons, lakes, raster
M=$X/libmagics++-data/usr/share/magics                             # Natural Earth 10m line classes, lake/river names, places
Q=$X/qgis-common/usr/share/qgis/resources/data/world_map.gpkg      # Natural Earth 10m claim lines
mkdir -p "$W" "$OUT"; cd "$W"
if [ ! -s rivers10.json ]; then
# 1. provinces: repair the country code of the special cases
$MS -i "${ADMIN1:-$G/high/ne_10m_admin_1_states_provinces.shp}" encoding=utf8 name=a1 \
 -each 'iso = iso_a2=="-1" ? ({"Kashmir":"XS","Spratly Islands":"XR","Baykonur lease in Qyzylorda":"KZ","Somaliland":"SO","Northern Cyprus":"CY","Dhekelia":"CY","Akrotiri":"CY"})[name] || "" : iso_a2' \
 -each 'prov=name; if (iso=="RU" && (name=="Crimea"||name=="Sevastopol")) iso="UA"; if (name=="Paracel Islands") iso="XP"; if (iso=="HK"||iso=="MO") iso="CN"' \
 -filter 'iso!="" && iso!="AQ"' -filter-fields iso,prov -o a1.json
# 2. countries and their boundary lines, still full 10m
$MS -i a1.json -dissolve iso -o countries10.json
$MS -i countries10.json -lines each='a=A.iso; b=B ? B.iso : ""' -o lines10.json
# 3. legal status of the lines; claims; water
rm -f bl10.json claims10.json
ogr2ogr -f GeoJSON -lco COORDINATE_PRECISION=15 bl10.json "$M/10m/ne_10m_admin_0_boundary_lines_land.shp"
ogr2ogr -f GeoJSON -lco COORDINATE_PRECISION=15 claims10.json "$Q" disputed_borders
node "$HERE/classify.mjs"      # -> borders10.json coast10.json claim10.json area10.json
$MS -i a1.json -filter '["CN","KZ","KG","TJ","TM","UZ"].includes(iso)' -lines iso each='t=TYPE; iso=A.iso' -filter 'TYPE=="inner"' -filter-fields iso -o admin1_10.json
$MS -i "$M/10m/ne_10m_ocean.shp" encoding=utf8 -filter '!featurecla && /Lake|Reservoir/.test(featurec_2||"")' -each 'rank=scaleran_2, kind=featurec_2' -filter-fields name,rank,kind -o lakes10.json
$MS -i "$M/10m/ne_10m_rivers_lake_centerlines.shp" encoding=utf8 -each 'rank=Math.round(scalerank), kind=/Lake/.test(featurecla)?"lake":"river", name=(name||"").replace(/ +/g," ")' -filter 'rank<=7' -filter-fields name,rank,kind -o rivers10.json
fi
# 4. one topology for everything political, simplified once per LOD, clipped last; water the same way
lod() { # name interval island_km2 max_river_rank max_lake_rank lake_km2
 local L=$1 IV=$2 ISL=$3 RR=$4 LR=$5 LK=$6 S="" I="" K=""
 [ "$IV" = 0 ]  || S="-simplify weighted interval=$IV keep-shapes target=*"
 [ "$ISL" = 0 ] || I="-filter-islands min-area=${ISL}km2 target=countries"
 [ "$LK" = 0 ]  || K="-filter-islands min-area=${LK}km2 remove-empty target=lakes"
 mkdir -p "$OUT/$L"; rm -f "$OUT/$L"/*
 $MS -i countries10.json borders10.json coast10.json claim10.json area10.json admin1_10.json combine-files \
  -rename-layers countries,borders,coast,claims,areas,admin1 $S $I -clip bbox=$BBOX target=* \
  -o "$OUT/$L/" format=geojson extension=geojson precision=0.001 fix-geometry geojson-type=FeatureCollection target=*
 $MS -i lakes10.json rivers10.json combine-files -rename-layers lakes,rivers \
  -filter "rank<=$RR || ['Ile','Amu Darya','Syr Darya','Panj','Naryn','Tarim'].includes(name)" target=rivers -filter "rank<=$LR" target=lakes $S $K -clip bbox=$BBOX target=* \
  -dissolve name,rank,kind target=rivers \
  -o "$OUT/$L/" format=geojson extension=geojson precision=0.001 fix-geometry geojson-type=FeatureCollection target=*
 node "$HERE/finish.mjs" "$OUT/$L"
}
lod lod0 9km 2500 4 3 900
lod lod1 2km 120  6 6 60
lod lod2 0   0    7 9 0
