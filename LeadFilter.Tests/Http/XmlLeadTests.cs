using System.Text;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class XmlLeadTests
{
    [TestMethod]
    [DataRow("<lead><email>a@b.c</email><first_name>Ann</first_name></lead>", "email=a@b.c\nfirst_name=Ann", DisplayName = "plain")]
    [DataRow("<lead>\n  <email>x</email>\n\n  <age>1</age>\n</lead>\n", "age=1\nemail=x", DisplayName = "indented")]
    [DataRow("<lead><address>\n <city>Rome</city> <state>GA</state></address><age>1</age></lead>", "address.city=Rome\naddress.state=GA\nage=1", DisplayName = "nested")]
    [DataRow("<lead><address.city>Rome</address.city></lead>", "address.city=Rome", DisplayName = "dotted")]
    [DataRow("<lead id='7'><email type='home'>x</email></lead>", "email=x", DisplayName = "attributes do not count")]
    [DataRow("<v:lead xmlns:v='urn:v'><v:email>x</v:email></v:lead>", "email=x", DisplayName = "prefixes do not count")]
    [DataRow("<lead><email/><age></age></lead>", "age=\nemail=", DisplayName = "empty elements")]
    [DataRow("<lead><address/><email>x</email></lead>", "email=x", DisplayName = "element after an empty one")]
    [DataRow("<lead><comments><![CDATA[a < b & c]]></comments></lead>", "comments=a < b & c", DisplayName = "CDATA")]
    [DataRow("<lead><comments>a<!-- c --><![CDATA[<b>]]>&lt;d&gt;&#233;</comments></lead>", "comments=a<b><d>é", DisplayName = "text in pieces")]
    [DataRow("<lead><comments>  </comments></lead>", "comments=  ", DisplayName = "white space is text in a field")]
    [DataRow("<?xml version='1.0'?><?pi x?><!-- c --><lead><age>1</age></lead><!-- d -->", "age=1", DisplayName = "around the root")]
    [DataRow("\uFEFF<lead><age>1</age></lead>", "age=1", DisplayName = "byte order mark")]
    public async Task Xml_is_read(string body, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(TestRequest.Xml, body));

    [TestMethod]
    [DataRow("utf-8", "application/xml")]
    [DataRow("utf-8", "text/xml; charset=utf-8")]
    [DataRow("utf-16", "text/xml")]
    [DataRow("iso-8859-1", "text/xml")]
    public async Task Xml_is_read_in_the_encoding_that_it_says(string encoding, string contentType)
    {
        var text = $"<?xml version='1.0' encoding='{encoding}'?><lead><first_name>Zoë</first_name></lead>";
        var coding = Encoding.GetEncoding(encoding);

        Assert.AreEqual("first_name=Zoë", await TestRequest.FieldsAsync(contentType, [.. coding.GetPreamble(), .. coding.GetBytes(text)]));
    }

    [TestMethod]
    public async Task A_charset_in_the_content_type_outweighs_the_declaration()
    {
        var body = "<?xml version='1.0' encoding='iso-8859-1'?><lead><first_name>Zoë</first_name></lead>";

        Assert.AreEqual("first_name=Zoë", await TestRequest.FieldsAsync("text/xml; charset=utf-8", body));
    }

    [TestMethod]
    public async Task Fifteen_levels_under_the_root_are_read()
    {
        var body = string.Concat(Enumerable.Repeat("<x>", 15)) + "<y>1</y>" + string.Concat(Enumerable.Repeat("</x>", 15));
        var (problem, draft) = await TestRequest.ReadAsync(TestRequest.Xml, body);

        Assert.IsNull(problem);
        Assert.AreEqual(string.Concat(Enumerable.Repeat("x.", 14)) + "y", draft.Ignored.Single());
    }
}
