using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace LeadFilter.Tests.Azure.ServiceBus.Faults;

/// <summary>Lets an operation take place or not, and the client know or not, as a fault says.</summary>
internal static class FaultyOperation
{
    /// <summary>Runs an operation.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="connection">The client's connection.</param>
    /// <param name="run">The operation.</param>
    /// <param name="answer">Tells the client that it took place.</param>
    /// <param name="refuse">Tells the client why it did not.</param>
    public static void Run<T>(Fault fault, AmqpConnection connection, Func<T> run, Action<T> answer, Action<Error> refuse)
    {
        if (ErrorCodes.ErrorOf(fault) is { } error)
        {
            refuse(error);
            return;
        }

        if (fault is Fault.None or Fault.LostAcknowledgement or Fault.NoAcknowledgement)
        {
            var result = run();
            if (fault is Fault.None)
            {
                answer(result);
            }
        }

        if (fault is Fault.LostAcknowledgement or Fault.ConnectionDropped)
        {
            connection.Abort();
        }
    }
}
