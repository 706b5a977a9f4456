using System.Collections.Immutable;
using LeadFilter.Functions.Queues;
using LeadFilter.Tests.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Moq;

namespace LeadFilter.Tests.Azure.Queues;

[TestClass]
public sealed class QueueEdgeTests : IDisposable
{
    private readonly TestLog log = new();
    private readonly QueueEdge edge;

    public QueueEdgeTests() => edge = new(LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<QueueEdge>());

    public void Dispose() => log.Dispose();

    // Whatever is thrown makes the host give the message back at once.
    [TestMethod]
    public async Task Message_that_cannot_be_bound_stays_locked_and_its_content_out_of_the_log()
    {
        await edge.Invoke(ContextOf("serviceBusTrigger"), _ => throw new InvalidOperationException("marked-value"));

        var error = log.Errors.Single();
        Assert.StartsWith("ForwardLead could not begin with a message, which comes again: System.InvalidOperationException", error, StringComparison.Ordinal);
        Assert.DoesNotContain("marked-value", error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Message_is_given_back_at_once_when_the_host_stops() => await Assert.ThrowsExactlyAsync<OperationCanceledException>(
        () => edge.Invoke(ContextOf("serviceBusTrigger"), _ => throw new OperationCanceledException()));

    [TestMethod]
    public async Task Failure_of_another_function_is_the_hosts() => await Assert.ThrowsExactlyAsync<InvalidOperationException>(
        () => edge.Invoke(ContextOf("httpTrigger"), _ => throw new InvalidOperationException()));

    private static FunctionContext ContextOf(string trigger)
    {
        var binding = new Mock<BindingMetadata>();
        binding.Setup(each => each.Type).Returns(trigger);
        var function = new Mock<FunctionDefinition>();
        function.Setup(each => each.Name).Returns("ForwardLead");
        function.Setup(each => each.InputBindings).Returns(ImmutableDictionary<string, BindingMetadata>.Empty.Add("message", binding.Object));
        var context = new Mock<FunctionContext>();
        context.Setup(each => each.FunctionDefinition).Returns(function.Object);
        return context.Object;
    }
}
