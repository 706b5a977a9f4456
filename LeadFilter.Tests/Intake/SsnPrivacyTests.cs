using System.Text;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Intake;

/// <summary>A social security number does not travel beyond the answer, and still tells people apart.</summary>
[TestClass]
public sealed class SsnPrivacyTests
{
    private static readonly string Campaign = TestCampaign.Json
        .Replace("\"version\": \"test.1\",", "\"version\": \"test.1\", \"fields\": { \"ssn\": \"ssn\" },", StringComparison.Ordinal)
        .Replace("\"by\": [ \"email\", \"phone_1\" ]", "\"by\": [ \"ssn.identity\" ]", StringComparison.Ordinal);

    [TestMethod]
    [DataRow("123-45-6780")]
    [DataRow("078-05-1120")]
    [DataRow("123-45-678O")]
    public async Task The_message_to_the_queue_holds_the_last_four_digits_at_most(string ssn)
    {
        var intake = new IntakeFixture(Campaign);
        await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("ssn", ssn)]);

        var body = Encoding.UTF8.GetString(intake.Queue.Messages.Single().Body.Span);
        Assert.Contains("***", body, StringComparison.Ordinal);
        Assert.DoesNotContain(ssn, body, StringComparison.Ordinal);
        Assert.DoesNotContain(ssn[..6], body, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_same_number_is_a_duplicate_however_it_is_written()
    {
        var intake = new IntakeFixture(Campaign);
        await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("ssn", "123-45-6780")]);

        Assert.AreEqual(Outcome.Failure, (await intake.SendAsync("bright", [.. IntakeFixture.Person("ben"), ("ssn", "123456780")])).Outcome);
    }

    [TestMethod]
    public async Task Two_people_with_the_same_last_digits_are_both_bought()
    {
        var intake = new IntakeFixture(Campaign);
        await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("ssn", "123-45-6780")]);

        Assert.AreEqual(Outcome.Success, (await intake.SendAsync("bright", [.. IntakeFixture.Person("ben"), ("ssn", "124-45-6780")])).Outcome);
    }

    [TestMethod]
    public async Task A_corrected_number_is_another_submission()
    {
        var intake = new IntakeFixture(Campaign);
        var first = await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("ssn", "123-45-6780")]);
        var corrected = await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("ssn", "124-45-6780")]);

        Assert.AreNotEqual(first.Lead, corrected.Lead);
    }
}
