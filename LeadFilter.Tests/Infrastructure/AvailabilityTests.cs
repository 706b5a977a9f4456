namespace LeadFilter.Tests.Infrastructure;

/// <summary>An app that does not start says nothing. It is asked from outside, and somebody is told.</summary>
[TestClass]
public sealed class AvailabilityTests
{
    private static readonly BicepFile Availability = BicepFile.Read("app/availability.bicep");
    private static readonly BicepFile Alerts = BicepFile.Read("app/alerts.bicep");

    [TestMethod]
    public void The_test_is_a_standard_web_test() => Assert.AreEqual("standard", Availability.Value("Kind"));

    [TestMethod]
    public void It_asks_for_readiness()
    {
        Assert.AreEqual("readyAddress", Availability.Value("RequestUrl"));
        Assert.EndsWith("/api/health/ready'", ReadyAddress(), StringComparison.Ordinal);
    }

    /// <summary>Degraded, a campaign that does not load, is answered with 200 as well.</summary>
    [TestMethod]
    public void It_wants_200_and_the_word_ready()
    {
        Assert.AreEqual("200", Availability.Value("ExpectedHttpStatusCode"));
        Assert.AreEqual("\"status\":\"ready\"", Availability.Value("ContentMatch"));
        Assert.AreEqual("true", Availability.Value("PassIfTextFound"));
    }

    [TestMethod]
    public void Application_Insights_finds_it() =>
        Assert.Contains("{ 'hidden-link:${insightsId}': 'Resource' }", Availability.Value("tags"), StringComparison.Ordinal);

    [TestMethod]
    public void An_alert_watches_it()
    {
        Assert.AreEqual("readinessTestId", Alerts.Value("webTestId"));
        Assert.AreEqual("insightsId", Alerts.Value("componentId"));
        Assert.AreEqual("Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria", Criteria());
    }

    [TestMethod]
    public void One_place_that_cannot_reach_the_filter_wakes_nobody()
    {
        Assert.AreEqual("2", Alerts.Value("failedLocationCount"));
        Assert.HasCount(3, Availability.Array("places"));
    }

    /// <summary>Callers that may be shut out must not shut out the test.</summary>
    [TestMethod]
    public void It_may_call_whoever_else_may() =>
        Assert.Contains(
            "tag: 'ServiceTag'\n      ipAddress: 'ApplicationInsightsAvailability'",
            BicepFile.Read("app/functions.bicep").Text,
            StringComparison.Ordinal);

    private static string ReadyAddress() =>
        BicepFile.Read("app/functions.bicep").Text.Split('\n')
            .Single(line => line.StartsWith("output readyAddress ", StringComparison.Ordinal));

    private static string Criteria() =>
        Alerts.Text.Split('\n').Single(line => line.Contains("WebtestLocation", StringComparison.Ordinal)).Split('\'')[3];
}
