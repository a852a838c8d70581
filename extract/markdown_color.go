package extract

func attrStyle(s *Style, tag, attrs string) {}
