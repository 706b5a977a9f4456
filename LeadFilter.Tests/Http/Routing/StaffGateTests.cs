using LeadFilter.Http.Endpoints;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Tests.Delivery;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Http.Routing;

/// <summary>Changes are logged with the name of the key; nothing of the key or of the address's argument is.</summary>
[TestClass]
public sealed class StaffGateTests : IDisposable
{
    private const string Key = "the-key-of-the-staff";

    private readonly CapturedLogs logs = new();

    public void Dispose() => logs.Dispose();

    [TestMethod]
    public async Task A_change_is_logged_with_the_name_of_the_key()
    {
        Assert.AreSame(Results.Empty, await AnswerAsync("POST", Results.Empty));
        Assert.Contains("The key admin changes something: POST ChangeSuppressions", logs.Lines.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("ann@example.com", logs.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Key, logs.Lines[0], StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_change_that_is_refused_is_logged_with_the_reason()
    {
        await AnswerAsync("DELETE", Problem.UnknownList);
        Assert.Contains("The key admin was refused a change: DELETE ChangeSuppressions, 404 unknown-list", logs.Lines[^1], StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Reading_is_not_logged()
    {
        await AnswerAsync("GET", Results.Empty);
        Assert.IsEmpty(logs.Lines);
    }

    private async Task<IResult> AnswerAsync(string method, IResult answer)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Headers.Authorization = $"Bearer {Key}";
        return await new StaffGate(new StaffAdmission(StaffKeys.Of(Key)), logs.For<StaffGate>())
            .AnswerAsync(Addresses.ChangeSuppressions, (_, _, _) => Task.FromResult(answer), request, ["ann@example.com"], CancellationToken.None);
    }
}
