#!/usr/bin/env python3
"""Fingerprints of the paragraphs that the data speak of, from the publishers' own texts.

usage: paragraphs.py SOURCES_DIR DATA_DIR > paragraphs.csv

A text is found by the SHA-256 that documents.csv has of it. A paragraph is a line that is not blank; its fingerprint is the first 16
digits of the SHA-256 of its letters and signs in NFC, white space left out; no text can be had back from it. Where a paragraph stands in
the published text is told by OUTLINES, which was made by reading: where its body begins, and where sections do.
"""
import csv, hashlib, os, re, sys, unicodedata

# By document: the first line of the body, before which its headline stands, and the lines that are bare numbers of sections.
OUTLINES = {'000': (1, []), '001': (5, [7, 9, 12, 21, 24, 26]), '002': (5, []), '003': (3, []), '004': (3, [])}

sources, data = sys.argv[1:]
texts = {}
for name in os.listdir(sources):
    raw = open(os.path.join(sources, name), 'rb').read()
    texts[hashlib.sha256(raw).hexdigest()] = raw.decode('utf-8-sig')
rows = lambda name: list(csv.DictReader(open(os.path.join(data, name), encoding='utf-8')))
named = {}
for table in ('statements.csv', 'comments.csv'):
    for r in rows(table):
        named.setdefault(r['document'], set()).update(int(n) for n in re.findall(r'P(\d+)', r['paragraph']))
for table, column in (('people.csv', 'source'), ('participants.csv', 'source'), ('terms.csv', 'source')):
    for r in rows(table):
        at = None
        words = (r.get(column) or '').split()
        for i, w in enumerate(words):
            if i and words[i - 1] == 'document': at = w
            elif at and re.fullmatch(r'P\d+', w): named.setdefault(at, set()).add(int(w[1:]))
            elif w != 'document': at = None
out = csv.writer(sys.stdout, lineterminator='\n')
out.writerow(['document', 'paragraph', 'section', 'number', 'fingerprint', 'letters'])
for d in rows('documents.csv'):
    text = texts.get(d['sha256'])
    if text is None: sys.exit('no text of document ' + d['id'])
    lines = [l for l in re.split(r'\r\n|\r|\n', text) if l.strip()]
    first, starts = OUTLINES[d['id']]
    for n in sorted(named.get(d['id'], ())):
        began = [s for s in starts if s < n]
        section = '§\u00a0%d' % len(began) if began else ''
        number = max(n - (began[-1] if began else first - 1), 0)
        letters = ''.join(unicodedata.normalize('NFC', lines[n - 1]).split())
        out.writerow([d['id'], 'P%d' % n, section, number, 'sha256:' + hashlib.sha256(letters.encode()).hexdigest()[:16], len(letters)])
