package docview

import (
	"strings"

	"c5atlas.org/c5atlas/app/scene"
	"c5atlas.org/c5atlas/app/ui/parts"
)

// textsOf is the texts of a block as it shows them, from top to bottom.
func textsOf(b scene.Block, open bool) []string {
	var list []string
	switch b.Kind {
	case scene.Meta:
		return []string{clip(b.Label), clip(b.Text)}
	case scene.ListItem:
		return []string{clip(b.Mark), clip(b.Text)}
	case scene.CommentBlock:
		return []string{clip(commentHead(b)), clip(b.Text)}
	case scene.PassageBlock:
		if b.Label != "" {
			return []string{clip(commentHead(b)), clip(b.Text)}
		}
		return []string{clip(b.Text)}
	case scene.DocumentLink, scene.MeetingLink, scene.PersonLink, scene.TermLink:
		list = []string{b.Text, b.Label}
	case scene.StatementBlock:
		list = []string{evidence(b), b.Text}
		note := b.Note
		if !open {
			note = ""
		}
		for _, t := range []string{b.Speaker, b.Since, note} {
			if t != "" {
				list = append(list, t)
			}
		}
	default:
		list = []string{b.Text}
	}
	if n := len(list); n > 1 && list[n-1] == "" {
		list = list[:n-1]
	}
	for i := range list {
		list[i] = clip(list[i])
	}
	return list
}

// evidence is the badges of a statement; no line begins with a dot.
func evidence(b scene.Block) string { return strings.Join(b.Badges, "\u00a0· ") }

func commentHead(b scene.Block) string {
	return strings.Join(append([]string{b.Label}, b.Badges...), " · ")
}

// texts is the paragraphs of the block, which [textsOf] has the words of.
func (x *block) texts() []*parts.Paragraph {
	var list []*parts.Paragraph
	for _, c := range x.pieces {
		if p, ok := c.object.(*parts.Paragraph); ok && !c.fold {
			list = append(list, p)
		}
	}
	return list
}
