using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields.Texts;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Texts;

[TestClass]
public sealed class PlainTextTests
{
    [TestMethod]
    [DataRow("Jane", "Jane")]
    [DataRow("a \t\r\n\u00A0\u3000 b", "a b")]
    [DataRow("\u00A0a\u2003", "a")]
    [DataRow("\uFF21\uFF42\uFF11\uFF0D\uFF12\uFF0E\uFF05", "Ab1-2.%")]
    [DataRow("\u24B6\u24D1", "Ab")]
    [DataRow("\uD835\uDCD9o\uD835\uDFCF", "Jo1")]
    [DataRow("\uFB01ne \uFB03", "fine ffi")]
    [DataRow("wait\u2026", "wait...")]
    [DataRow("e\u0301te\u0301", "\u00E9t\u00E9")]
    [DataRow("\u201Cdon\u2019t\u201D", "\"don't\"")]
    [DataRow("\u00ABoui\u00BB", "\"oui\"")]
    [DataRow("1\u20132 \u2014 3 \u22124", "1-2 - 3 -4")]
    [DataRow("11\u20443\u22152026", "11/3/2026")]
    [DataRow("a\u200Bb\uFEFF\u00AD\u202Ec", "abc")]
    [DataRow("a\0b\u0007", "ab")]
    [DataRow("\uD83D\uDE00", "\uD83D\uDE00")]
    [DataRow("m\u00B2 \u00BD \u2122 \u2163", "m\u00B2 \u00BD \u2122 \u2163")]
    [DataRow("`x`", "`x`")]
    [DataRow("AT&amp;T", "AT&T")]
    [DataRow("AT&T", "AT&T")]
    [DataRow("a&b;c", "a&b;c")]
    [DataRow("&#39;&#x27;&apos;&rsquo;&#8217;&#146;", "''''''")]
    [DataRow("&amp;amp;lt;", "<")]
    [DataRow("&nbsp;a&nbsp;&nbsp;b&ensp;", "a b")]
    [DataRow("&eacute;&Ouml;&ntilde;&szlig;", "\u00E9\u00D6\u00F1\u00DF")]
    [DataRow("&Ccaron;&zcaron;&cacute;&oslash;&OElig;&thorn;", "\u010C\u017E\u0107\u00F8\u0152\u00FE")]
    [DataRow("&ldquo;a&rdquo; &lsquo;b&rsquo; &laquo;c&raquo; &ndash; &mdash; &minus; 1&frasl;2", "\"a\" 'b' \"c\" - - - 1/2")]
    [DataRow("a&shy;b&lrm;c&rlm;d&zwsp;e", "abcde")]
    [DataRow("&frac12; &times; &sup2; &ordm; &alpha; &sect; &le; &ge;", "\u00BD \u00D7 \u00B2 \u00BA \u03B1 \u00A7 \u2264 \u2265")]
    [DataRow("&AMP; &Lt; &copy &eacute", "&AMP; &Lt; &copy &eacute")]
    [DataRow("&euro;5 &pound;6 &#128;7", "\u20AC5 \u00A36 \u20AC7")]
    [DataRow("jane&commat;example&period;com", "jane@example.com")]
    [DataRow("wait&hellip;", "wait...")]
    [DataRow("?a=1&copy=2&amp;b=3", "?a=1&copy=2&b=3")]
    [DataRow("&unknown; &; &#; &#x; &#0; &#99999999;", "&unknown; &; &#; &#x; &#0; &#99999999;")]
    [DataRow("&#xD800;", "&#xD800;")]
    [DataRow(" &nbsp;&#8203; ", "")]
    public void What_was_meant_is_read(string raw, string plain) => Assert.AreEqual(plain, PlainText.Of(raw).Trim());

    [TestMethod]
    public void Half_a_character_is_taken_out() => Assert.AreEqual("ab", PlainText.Of("a\uD800b\uDC00"));

    [TestMethod]
    public void Doing_it_twice_changes_nothing() => Check.One(
        PropertyCases.Of(3000),
        Prop.ForAll(RawTexts.Any, raw => PlainText.Of(PlainText.Of(raw)) == PlainText.Of(raw)));

    [TestMethod]
    public void What_is_said_to_be_plain_changes_only_in_the_spaces_around_it() => Check.One(
        PropertyCases.Of(3000),
        Prop.ForAll(RawTexts.Any, raw => !PlainText.IsPlain(raw) || PlainText.Of(raw).AsSpan().Trim().SequenceEqual(raw.AsSpan().Trim())));

    [TestMethod]
    public void Plain_text_is_given_back_as_it_is()
    {
        const string Raw = " Zoë & Söhne ";

        Assert.AreSame(Raw, PlainText.Of(Raw));
    }
}
