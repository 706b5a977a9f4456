using System.Text;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Limits;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Http;

/// <summary>A request without a server, as any ASP.NET Core host would hand it over.</summary>
internal static class TestRequest
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";
    public const string Xml = "application/xml";

    public static HttpRequest With(params (string Name, string Value)[] headers)
    {
        var request = new DefaultHttpContext().Request;
        foreach (var header in headers.GroupBy(header => header.Name, header => header.Value))
        {
            request.Headers[header.Key] = header.ToArray();
        }

        return request;
    }

    public static HttpRequest Post(string? contentType, byte[] body, string query = "")
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.ContentType = contentType;
        request.ContentLength = body.Length;
        request.Body = new MemoryStream(body);
        request.QueryString = new(query);
        return request;
    }

    public static async Task<(Problem? Problem, LeadDraft Draft)> ReadAsync(this HttpRequest request)
    {
        var draft = TestLayout.Draft();
        return (await LeadReader.ReadAsync(request, draft, LimitOptions.DefaultMaxBodyBytes, CancellationToken.None), draft);
    }

    public static Task<(Problem? Problem, LeadDraft Draft)> ReadAsync(string? contentType, string body, string query = "") =>
        Post(contentType, Encoding.UTF8.GetBytes(body), query).ReadAsync();

    public static async Task<string> FieldsAsync(string? contentType, byte[] body, string query = "")
    {
        var (problem, draft) = await Post(contentType, body, query).ReadAsync();
        Assert.IsNull(problem, problem?.Detail);
        return draft.Text();
    }

    public static Task<string> FieldsAsync(string? contentType, string body, string query = "") =>
        FieldsAsync(contentType, Encoding.UTF8.GetBytes(body), query);
}
