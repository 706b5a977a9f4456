using System.Text;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class JsonLeadTests
{
    [TestMethod]
    [DataRow("""{"email":"a@b.c","first_name":"Ann"}""", "email=a@b.c\nfirst_name=Ann", DisplayName = "plain")]
    [DataRow("""{"EMAIL":"x","fName":"Ann"}""", "email=x\nfirst_name=Ann", DisplayName = "names without case, aliases")]
    [DataRow("""{"address":{"city":"Rome","state":"GA"}}""", "address.city=Rome\naddress.state=GA", DisplayName = "nested")]
    [DataRow("""{"address.city":"Rome","address":{"state":"GA"}}""", "address.city=Rome\naddress.state=GA", DisplayName = "dotted and nested")]
    [DataRow("""{"a":{"b":{"c":"deep"}},"age":1}""", "a.b.c=deep\nage=1", DisplayName = "after a nested object the outer names go on")]
    [DataRow("""{"age":1.50,"phone_1":15551234567}""", "age=1.50\nphone_1=15551234567", DisplayName = "numbers keep their text")]
    [DataRow("""{"phone_1":6.02234982E9}""", "phone_1=6.02234982E9", DisplayName = "numbers with an exponent keep it")]
    [DataRow("""{"age":1e400}""", "age=1e400", DisplayName = "numbers of any size")]
    [DataRow("""{"is_test":true,"comments":false}""", "comments=false\nis_test=true", DisplayName = "booleans")]
    [DataRow("""{"email":null,"age":2}""", "age=2", DisplayName = "null is not sent")]
    [DataRow("""{"email":null,"email":"x"}""", "email=x", DisplayName = "null is no first of two")]
    [DataRow("""{"email":""}""", "email=", DisplayName = "empty text")]
    [DataRow("""{"tags":["a",1,true,null,"b"]}""", "tags=a,1,true,b", DisplayName = "arrays are joined")]
    [DataRow("""{"tags":["a"]}""", "tags=a", DisplayName = "array of one")]
    [DataRow("""{"tags":[]}""", "tags=", DisplayName = "empty array")]
    [DataRow("""{"tags":["",""]}""", "tags=,", DisplayName = "array of empty texts")]
    [DataRow("""{"address":{},"age":3}""", "age=3", DisplayName = "empty object")]
    [DataRow("""{"age":3,}""", "age=3", DisplayName = "comma before the closing brace")]
    [DataRow("""{"tags":["a",],}""", "tags=a", DisplayName = "comma before the closing bracket")]
    [DataRow("""{"em\u0061il":"\u00e9\ud83d\ude00\n\""}""", "email=é😀\n\"", DisplayName = "escapes")]
    [DataRow("{\"first_name\":\"Zoë 😀\"}", "first_name=Zoë 😀", DisplayName = "characters beyond ASCII")]
    [DataRow(" \r\n\t{ \"age\" :\n\t5 }\r\n", "age=5", DisplayName = "white space")]
    [DataRow("\uFEFF{\"age\":6}", "age=6", DisplayName = "byte order mark")]
    [DataRow("{\"comments\":\"one\r\ntwo\tthree\u0001\",\"age\":7}", "age=7\ncomments=one\r\ntwo\tthree\u0001", DisplayName = "raw line breaks in texts")]
    [DataRow("{\"email\":\"x\",\"comments\":\"one\ntwo\",\"age\":7}", "age=7\ncomments=one\ntwo\nemail=x", DisplayName = "fields before a raw line break are no repetition")]
    [DataRow("{\"comments\":\"say \\\"hi\\\"\n\\\\\",\"age\":\"8\n\"}", "age=8\n\ncomments=say \"hi\"\n\\", DisplayName = "raw line breaks beside escapes")]
    [DataRow("""[{"email":"x"}]""", "email=x", DisplayName = "a list of one")]
    [DataRow("""[{"email":"x","utm":[{"a":[1]}],"age":1},]""", "age=1\nemail=x", DisplayName = "a list of one, with a list")]
    [DataRow(""" "{\"email\":\"x\",\"address\":{\"city\":\"Rome\"}}" """, "address.city=Rome\nemail=x", DisplayName = "written as JSON twice")]
    [DataRow("""{" email":"x","first_name\ufeff":"Ann"}""", "email=x\nfirst_name=Ann", DisplayName = "white space and marks around names")]
    [DataRow("""{"address[city]":"Rome"}""", "address.city=Rome", DisplayName = "brackets in names")]
    [DataRow("{\"tags\":[\"a\nb\",\"c\"]}", "tags=a\nb,c", DisplayName = "raw line break in an array")]
    public async Task Json_is_read(string body, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(TestRequest.Json, body));

    [TestMethod]
    [DataRow("application/json")]
    [DataRow("APPLICATION/JSON; charset=UTF-8")]
    [DataRow("application/json;charset=\"utf-8\"")]
    [DataRow("application/json; charset=utf8")]
    [DataRow("application/json; profile=lead")]
    [DataRow("application/vnd.vendor.lead+json")]
    public async Task Json_is_read_under_each_of_its_types(string contentType) =>
        Assert.AreEqual("age=1", await TestRequest.FieldsAsync(contentType, """{"age":1}"""));

    [TestMethod]
    public async Task Names_that_the_campaign_does_not_know_are_noted_as_sent()
    {
        var (problem, draft) = await TestRequest.ReadAsync(TestRequest.Json, """{"Utm":{"Source":1},"age":1,"utm.Source":2}""");

        Assert.IsNull(problem);
        Assert.AreEqual("Utm.Source|utm.Source", string.Join('|', draft.Ignored));
    }

    [TestMethod]
    public async Task Sixteen_levels_are_read()
    {
        var body = string.Concat(Enumerable.Repeat("{\"x\":", 15)) + "{\"y\":1}" + new string('}', 15);
        var (problem, draft) = await TestRequest.ReadAsync(TestRequest.Json, body);

        Assert.IsNull(problem);
        Assert.AreEqual(string.Concat(Enumerable.Repeat("x.", 15)) + "y", draft.Ignored.Single());
    }

    [TestMethod]
    public async Task A_name_of_256_characters_is_read()
    {
        var name = new string('é', 256);
        var (problem, draft) = await TestRequest.ReadAsync(TestRequest.Json, $$"""{"{{name}}":1}""");

        Assert.IsNull(problem);
        Assert.AreEqual(new string('é', 99) + "…", draft.Ignored.Single());
    }

    [TestMethod]
    public async Task Two_hundred_fields_are_read()
    {
        var body = "{" + string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"f{i}\":{i}")) + "}";
        var (problem, draft) = await TestRequest.ReadAsync(TestRequest.Json, body);

        Assert.IsNull(problem);
        Assert.HasCount(50, draft.Ignored);
    }

    [TestMethod]
    public async Task A_body_of_64_KB_is_read()
    {
        var body = "{\"comments\":\"" + new string('x', 65536 - 15) + "\"}";

        Assert.AreEqual(65536, Encoding.UTF8.GetByteCount(body));
        Assert.AreEqual("comments=" + new string('x', 65536 - 15), await TestRequest.FieldsAsync(TestRequest.Json, body));
    }

    [TestMethod]
    public async Task A_body_in_many_pieces_is_read()
    {
        var request = TestRequest.Post(TestRequest.Json, []);
        request.ContentLength = null;
        request.Body = new TricklingStream(Encoding.UTF8.GetBytes("""{"email":"a@b.c","comments":"é😀"}"""));
        var (problem, draft) = await request.ReadAsync();

        Assert.IsNull(problem);
        Assert.AreEqual("comments=é😀\nemail=a@b.c", draft.Text());
    }
}
