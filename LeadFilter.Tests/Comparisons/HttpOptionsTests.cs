using System.CommandLine;
using LeadFilter.Benchmarks.Http;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Tests.Comparisons;

/// <summary>What the measurement over HTTP can be told.</summary>
[TestClass]
public sealed class HttpOptionsTests
{
    [TestMethod]
    [DataRow(new[] { Peer.Floor })]
    [DataRow(new[] { Peer.Team }, "--against", "team")]
    [DataRow(new[] { Peer.Floor, Peer.Team, Peer.Bare }, "--against", "floor", "team", "bare")]
    [DataRow(new[] { Peer.Bare, Peer.Floor }, "--against", "bare", "--against", "floor")]
    [DataRow(new[] { Peer.Floor }, "--against", "floor", "floor")]
    public void It_measures_against_the_peers_that_are_named_and_against_the_floor_if_none_is(object against, params string[] arguments) =>
        CollectionAssert.AreEqual((Peer[])against, Read(arguments).Against.ToArray());

    [TestMethod]
    public void All_kinds_of_leads_are_sent_unless_some_are_named()
    {
        CollectionAssert.AreEqual(new[] { LeadKind.Rejects, LeadKind.Accepts, LeadKind.Mix }, Read().Leads.ToArray());
        CollectionAssert.AreEqual(new[] { LeadKind.Mix }, Read("--leads", "mix").Leads.ToArray());
    }

    [TestMethod]
    [DataRow("--against", "everybody")]
    [DataRow("--against")]
    [DataRow("--rounds", "0")]
    [DataRow("--rounds", "100")]
    [DataRow("--seconds", "0")]
    public void What_it_does_not_understand_is_an_error(params string[] arguments) =>
        Assert.IsNotEmpty(HttpCommand.Create().Parse(arguments).Errors);

    private static HttpSettings Read(params string[] arguments)
    {
        var options = new HttpOptions();
        var command = new Command("http");
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        return options.Read(command.Parse(arguments));
    }
}
