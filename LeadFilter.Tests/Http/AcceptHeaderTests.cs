using LeadFilter.Http.Answers;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class AcceptHeaderTests
{
    [TestMethod]
    [DataRow("", AnswerFormat.Json)]
    [DataRow("*/*", AnswerFormat.Json)]
    [DataRow("*", AnswerFormat.Json)]
    [DataRow("* ; q=0.5", AnswerFormat.Json)]
    [DataRow("application/*", AnswerFormat.Json)]
    [DataRow("application/json", AnswerFormat.Json)]
    [DataRow("APPLICATION/JSON; charset=utf-8", AnswerFormat.Json)]
    [DataRow("application/problem+json", AnswerFormat.Json)]
    [DataRow("application/xml", AnswerFormat.Xml)]
    [DataRow("application/xml, text/xml", AnswerFormat.Xml)]
    [DataRow("text/xml", AnswerFormat.TextXml)]
    [DataRow("text/*", AnswerFormat.TextXml)]
    [DataRow("application/json, application/xml", AnswerFormat.Json)]
    [DataRow("application/xml, application/json", AnswerFormat.Json)]
    [DataRow("application/json;q=0.5, application/xml", AnswerFormat.Xml)]
    [DataRow("application/json;q=0.5, application/xml;q=0.4", AnswerFormat.Json)]
    [DataRow("application/xml, */*;q=0.1", AnswerFormat.Xml)]
    [DataRow("application/xml, */*;q=.1", AnswerFormat.Xml)]
    [DataRow("application/xml, *;q=.1", AnswerFormat.Xml)]
    [DataRow("application/xml, */*", AnswerFormat.Json)]
    [DataRow("application/json;q=0, */*", AnswerFormat.Xml)]
    [DataRow("*/*;q=0.1, application/json;q=0, application/xml;q=0", AnswerFormat.TextXml)]
    [DataRow("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", AnswerFormat.Json, DisplayName = "Java")]
    [DataRow("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", AnswerFormat.Json, DisplayName = "browser")]
    [DataRow("text/html, application/xml", AnswerFormat.Xml, DisplayName = "browser that takes no JSON")]
    [DataRow("application/json;q=high", AnswerFormat.Json)]
    [DataRow(",;q=1,application/xml,,", AnswerFormat.Xml)]
    public void The_format_is_chosen(string accept, AnswerFormat expected)
    {
        var request = TestRequest.With(("Accept", accept));

        Assert.IsTrue(AcceptHeader.TryChoose(request, out var format, out _));
        Assert.AreEqual(expected, format);
    }

    [TestMethod]
    public void Json_is_the_format_without_a_header()
    {
        Assert.IsTrue(AcceptHeader.TryChoose(TestRequest.With(), out var format, out _));
        Assert.AreEqual(AnswerFormat.Json, format);
    }

    [TestMethod]
    public void Several_headers_are_one_list()
    {
        Assert.IsTrue(AcceptHeader.TryChoose(TestRequest.With(("Accept", "text/csv"), ("Accept", "application/xml")), out var format, out _));
        Assert.AreEqual(AnswerFormat.Xml, format);
    }

    [TestMethod]
    [DataRow("text/csv")]
    [DataRow("text/html")]
    [DataRow("image/*")]
    [DataRow("application/json;q=0")]
    [DataRow("*/*;q=0")]
    [DataRow("*;q=0")]
    [DataRow("applicationx/json")]
    [DataRow("a/*")]
    public void What_is_neither_json_nor_xml_is_a_406(string accept)
    {
        Assert.IsFalse(AcceptHeader.TryChoose(TestRequest.With(("Accept", accept)), out _, out var problem));
        Assert.AreEqual(406, problem.Status);
    }
}
