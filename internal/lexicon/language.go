// This file lists the small words by which a language is recognised.

package lexicon

// SmallFrench and SmallEnglish are the words that nearly every text in the language
// has, with its months, as fold.Text leaves them.
var (
	SmallFrench = wordSet(`le la les des du et est une un dans pour que qui sur au aux par avec ce cette ont sont plus d l en leur
		janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre communique`)
	SmallEnglish = wordSet(`the of and to in for is are on that with by from this was were has have as at its will be an
		january february march april may june july august september october november december press release`)
)
