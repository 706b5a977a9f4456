using System.Net.Http.Headers;
using System.Text;
using LeadFilter.Tests.Fuzzing;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Bodies;

/// <summary>What a running filter answers to leads that are not as it wants them. Nothing is bought by mistake, nobody is taken for another.</summary>
[TestClass]
public sealed class LeadBodiesTests : IDisposable
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    private readonly FilterFolders folders = new();
    private readonly EveryLog log = new();
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(
        folders, configure: services => services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Information)));

    [TestCleanup]
    public async Task StopAsync() => await filter.DisposeAsync();

    public void Dispose()
    {
        folders.Dispose();
        log.Dispose();
    }

    [TestMethod]
    [DataRow("test")]
    [DataRow("TEST")]
    [DataRow("yes")]
    [DataRow("1")]
    [DataRow("on")]
    [DataRow("true")]
    public async Task A_lead_that_says_it_is_a_test_is_not_bought(string word)
    {
        var answer = await SendAsync(Json, $$"""{"email":"tess@example.com","is_test":"{{word}}"}""");
        Assert.AreEqual((201, "success"), (answer.Status, answer.Outcome));
        Assert.IsTrue((await filter.DecisionsAsync()).Single().IsTest);
        Assert.AreEqual(0, await filter.QueuedAsync());
        Assert.IsEmpty(await filter.Visitor.CrmAsync());
    }

    [TestMethod]
    [DataRow("maybe")]
    [DataRow("undefined")]
    [DataRow("production")]
    public async Task A_lead_that_does_not_say_clearly_whether_it_is_a_test_is_refused(string word)
    {
        var answer = await SendAsync(Json, $$"""{"email":"tess@example.com","is_test":"{{word}}"}""");
        Assert.AreEqual(400, answer.Status);
        Assert.Contains("\"field\":\"is_test\"", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(word, answer.Body, StringComparison.Ordinal);
        Assert.IsEmpty(await filter.DecisionsAsync());
    }

    [TestMethod]
    [DataRow(Json, """{"Your Email":"kim@example.com","Your Phone":"6022347001"}""", "'Your Email', 'Your Phone'")]
    [DataRow(Json, """{"lead":{"mail":"kim@example.com"}}""", "'lead.mail'")]
    [DataRow(Form, "contact[mail]=kim@example.com&contact[name]=Kim", "'contact[mail]', 'contact[name]'")]
    [DataRow("text/xml", "<Envelope><Body><Add><mail>kim@example.com</mail></Add></Body></Envelope>", "'Body.Add.mail'")]
    public async Task A_lead_of_which_no_field_is_known_is_refused_with_its_names(string type, string body, string names)
    {
        var answer = await SendAsync(type, body);
        Assert.AreEqual(400, answer.Status);
        Assert.Contains("urn:leadfilter:problem:no-fields", answer.Body, StringComparison.Ordinal);
        Assert.Contains(names, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("kim@", answer.Body, StringComparison.Ordinal);
        Assert.IsEmpty(await filter.DecisionsAsync());
    }

    [TestMethod]
    public async Task Many_long_names_are_told_in_few_words()
    {
        var body = string.Join('&', Enumerable.Range(0, 150).Select(at => $"{new string('n', 250)}{at}=1"));
        var answer = await SendAsync(Form, body);
        Assert.AreEqual(400, answer.Status);
        Assert.IsLessThan(1_500, answer.Body.Length);
    }

    [TestMethod]
    public async Task People_who_differ_only_in_fields_that_are_not_known_have_ids_of_their_own()
    {
        var first = await SendAsync(Json, """{"first_name":"Kim","Your Email":"kim.a@example.com"}""");
        var second = await SendAsync(Json, """{"first_name":"Kim","Your Email":"kim.b@example.com"}""");
        var again = await SendAsync(Form, "Your+Email=kim.b@example.com&first_name=Kim");
        Assert.AreNotEqual(first.Lead, second.Lead);
        Assert.AreEqual(second.Lead, again.Lead);
    }

    [TestMethod]
    public async Task A_resend_of_a_person_with_another_time_stamp_in_an_unknown_field_gets_its_first_answer()
    {
        var first = await SendAsync(Json, """{"email":"kim@example.com","sent":"1"}""");
        var again = await SendAsync(Json, """{"email":"kim@example.com","sent":"2"}""");
        Assert.AreEqual(("success", first.Lead), (again.Outcome, again.Lead));
    }

    [TestMethod]
    [DataRow(Json, """{"email":"kim@example.com","phonenumber":"6022347001","lists":[{"a":1}]}""", """
        "ignored":["phonenumber","lists"]
        """)]
    [DataRow(Form, "email=kim@example.com&utm%5Bsource%5D=a", """
        "ignored":["utm[source]"]
        """)]
    public async Task A_live_lead_is_told_the_names_that_were_ignored_at_each_sending(string type, string body, string told)
    {
        var first = await SendAsync(type, body);
        var again = await SendAsync(type, body);
        Assert.AreEqual("success", first.Outcome);
        Assert.Contains(told.Trim(), first.Body, StringComparison.Ordinal);
        Assert.AreEqual(first.Body, again.Body);
    }

    [TestMethod]
    public async Task A_live_lead_is_told_the_fields_that_could_not_be_read_but_not_what_stood_in_them()
    {
        var answer = await SendAsync(Json, """{"email":"kim@example.com","opt_in":"perhaps"}""");
        Assert.AreEqual("success", answer.Outcome);
        Assert.EndsWith("""
            ,"unreadable":["opt_in"]}
            """.Trim(), answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("perhaps", answer.Body, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Rejected_leads_are_listed_with_the_fields_that_could_not_be_read()
    {
        await SendAsync(Json, """{"email":"kim@example.com"}""");
        Assert.AreEqual("failure", (await SendAsync(Json, """{"email":"kim@example.com","opt_in":"perhaps"}""")).Outcome);
        using var request = new HttpRequestMessage(HttpMethod.Get, FilterVisitor.Rejections);
        request.Headers.Authorization = new("Bearer", FilterVisitor.AdminKey);
        using var response = await filter.Visitor.Http.SendAsync(request);
        Assert.Contains("\"unreadable\":[\"opt_in\"]", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_lead_without_unknown_fields_is_told_of_none() =>
        Assert.DoesNotContain("ignored", (await SendAsync(Json, """{"email":"kim@example.com"}""")).Body, StringComparison.Ordinal);

    [TestMethod]
    [DataRow("acme-demo-key", 201)]
    [DataRow(" acme-demo-key ", 201)]
    [DataRow("stranger-demo-key", 403)]
    [DataRow("nobodys-key", 401)]
    [DataRow("", 401)]
    public async Task Googles_key_in_the_body_is_a_vendors_key(string key, int status)
    {
        var answer = await SendAsync(
            Json,
            $$"""{"lead_id":"abc","google_key":"{{key}}","is_test":false,"user_column_data":[{"column_id":"EMAIL","string_value":"gil@example.com"}]}""",
            key: null);
        Assert.AreEqual(status, answer.Status);
        Assert.IsTrue(key.Trim().Length == 0 || !answer.Body.Contains(key.Trim(), StringComparison.Ordinal), answer.Body);
        Assert.IsFalse(log.Entries.Any(entry => entry.Text.Contains("-key", StringComparison.Ordinal)));
        if (status == 201)
        {
            await filter.DeliveredAsync();
            Assert.AreEqual("gil@example.com", (await filter.Visitor.CrmAsync()).Single().Email);
        }
    }

    [TestMethod]
    public async Task A_key_in_a_header_stands_whatever_the_body_says()
    {
        const string Body = """{"google_key":"acme-demo-key","email":"gil@example.com"}""";
        Assert.AreEqual(401, (await SendAsync(Json, Body, "wrong")).Status);
        Assert.AreEqual(201, (await SendAsync(Json, Body, "bright-demo-key")).Status);
        Assert.AreEqual("bright", (await filter.DecisionsAsync()).Single().Vendor.ToString());
    }

    [TestMethod]
    [DataRow(Form, "google_key=acme-demo-key&email=gil@example.com")]
    [DataRow(Json, """{"lead":{"google_key":"acme-demo-key"}}""")]
    [DataRow(Json, """["google_key","acme-demo-key"]""")]
    [DataRow(Json, """{"google_key":["acme-demo-key"]}""")]
    [DataRow(Json, """{"google_key":"acme-demo-key""")]
    [DataRow(Json, "")]
    public async Task A_key_anywhere_else_is_no_key(string type, string body) => Assert.AreEqual(401, (await SendAsync(type, body, key: null)).Status);

    [TestMethod]
    public async Task A_body_that_is_too_large_is_not_searched_for_a_key() => Assert.AreEqual(
        401, (await SendAsync(Json, $$"""{"google_key":"acme-demo-key","x":"{{new string('x', 70_000)}}"}""", key: null)).Status);

    private async Task<VendorAnswer> SendAsync(string type, string body, string? key = "acme-demo-key")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, FilterVisitor.Leads);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Authorization = key is null ? null : new("Bearer", key);
        using var response = await filter.Visitor.Http.SendAsync(request);
        return VendorAnswer.Read((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
