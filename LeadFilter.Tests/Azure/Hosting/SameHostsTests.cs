using System.Reflection;
using LeadFilter.Functions.Delivery;
using LeadFilter.Functions.Intake;
using LeadFilter.Functions.Notices;
using LeadFilter.Functions.Returns;
using LeadFilter.Functions.Statements;
using LeadFilter.Functions.Upkeep;
using LeadFilter.Functions.Decisions;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>Azure and one machine have the same addresses.</summary>
[TestClass]
public sealed class SameHostsTests
{
    [TestMethod]
    public async Task Both_hosts_have_the_same_names_methods_and_routes()
    {
        await using var filter = new AzureFilter();
        var builder = WebApplication.CreateSlimBuilder();
        filter.Add(builder.Services);
        await using var site = builder.Build();
        site.MapLeadFilter();
        var declared = Addresses.All.Select(address => Line(address.Name, address.Methods, address.Pattern));
        var mapped = ((IEndpointRouteBuilder)site).DataSources
            .SelectMany(source => source.Endpoints)
            .Cast<RouteEndpoint>()
            .Select(endpoint => Line(
                endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName,
                endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods,
                endpoint.RoutePattern.RawText!));

        var functions = Functions().Where(function => function.Http is not null)
            .Select(function => Line(function.Name, function.Http!.Methods!, $"/{Addresses.Prefix}/{function.Http.Route}"));

        Assert.AreEqual(string.Join('\n', declared.Order()), string.Join('\n', mapped.Order()));
        Assert.AreEqual(string.Join('\n', declared.Order()), string.Join('\n', functions.Order()));
    }

    [TestMethod]
    public void Every_address_checks_keys_itself()
    {
        foreach (var (name, http, _) in Functions().Where(function => function.Http is not null))
        {
            Assert.AreEqual(AuthorizationLevel.Anonymous, http!.AuthLevel, name);
        }
    }

    [TestMethod]
    public void Functions_are_those_of_the_addresses_of_the_queues_and_of_the_timer() => Assert.AreEqual(
        string.Join(' ', Addresses.All.Select(address => address.Name).Concat([nameof(ForwardLead), nameof(ForwardNotice), nameof(WriteRejection), nameof(SweepExpired), nameof(DecideReturns), nameof(SweepTargets), nameof(TellStatements)]).Order()),
        string.Join(' ', Functions().Select(function => function.Name).Order()));

    [TestMethod]
    [DataRow("ForwardLead", "%LeadQueue%")]
    [DataRow("WriteRejection", "%RecordQueue%")]
    [DataRow("ForwardNotice", "%NoticeQueue%")]
    public void Queue_is_a_setting_and_its_messages_are_settled_by_us(string name, string queue)
    {
        var trigger = Functions().Single(function => function.Name == name).Queue!;

        Assert.AreEqual(queue, trigger.QueueName);
        Assert.AreEqual("ServiceBus", trigger.Connection);
        Assert.IsFalse(trigger.AutoCompleteMessages);
    }

    [TestMethod]
    public void Function_is_named_after_its_class()
    {
        Assert.AreEqual(nameof(SubmitLead), NameOf<SubmitLead>());
        Assert.AreEqual(nameof(ForwardLead), NameOf<ForwardLead>());
        Assert.AreEqual(nameof(WriteRejection), NameOf<WriteRejection>());
        Assert.AreEqual(nameof(ForwardNotice), NameOf<ForwardNotice>());
    }

    private static string NameOf<T>() =>
        typeof(T).GetMethods().Select(method => method.GetCustomAttribute<FunctionAttribute>()).Single(each => each is not null)!.Name;

    private static string Line(string name, IEnumerable<string> methods, string route) =>
        $"{name} {string.Join(',', methods.Select(method => method.ToUpperInvariant()).Order())} {route}";

    private static IEnumerable<(string Name, HttpTriggerAttribute? Http, ServiceBusTriggerAttribute? Queue)> Functions() =>
        from method in typeof(SubmitLead).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let trigger = method.GetParameters()[0]
        let http = trigger.GetCustomAttribute<HttpTriggerAttribute>()
        select (function.Name, http, trigger.GetCustomAttribute<ServiceBusTriggerAttribute>());
}
