using LeadFilter.Tests.Azure.ServiceBus.Faults;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace LeadFilter.Tests.Azure.ServiceBus.Tokens;

/// <summary>Answers <c>put-token</c> at <c>$cbs</c>.</summary>
/// <param name="key">The key with which tokens must be signed.</param>
/// <param name="tokens">What goes wrong.</param>
internal sealed class TokenRequests(SharedAccessKey key, FaultSwitch tokens)
{
    private const int Accepted = 202;
    private const int Unauthorized = 401;
    private const int Unavailable = 503;

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="connection">The client's connection.</param>
    /// <param name="answer">Sends the answer.</param>
    public void Handle(AmqpMessage request, AmqpConnection connection, Action<AmqpMessage> answer)
    {
        var fault = tokens.Meet();
        FaultyOperation.Run(
            fault,
            connection,
            run: () => request.ValueBody?.Value is string token && key.HasSigned(token),
            answer: isValid => answer(isValid ? Answer(Accepted, "Accepted") : Answer(Unauthorized, "The token has an invalid signature.")),
            refuse: error => answer(Answer(fault == Fault.Unauthorized ? Unauthorized : Unavailable, error.Description)));
    }

    private static AmqpMessage Answer(int status, string description)
    {
        var answer = AmqpMessage.Create();
        answer.ApplicationProperties = new ApplicationProperties();
        answer.ApplicationProperties.Map[CbsConstants.PutToken.StatusCode] = status;
        answer.ApplicationProperties.Map[CbsConstants.PutToken.StatusDescription] = description;
        return answer;
    }
}
