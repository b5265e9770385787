package dev.slop.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slop.core.provider.CompletionRequest;
import java.util.Map;
import java.util.Optional;

/** How one kind of API is spoken. */
interface Dialect {
    /** The dialect in which a model must be asked. */
    default Dialect forModel(String model) {
        return this;
    }

    /** The dialect in which a request must be asked. */
    default Dialect forRequest(CompletionRequest request) {
        return forModel(request.key().model().name());
    }

    /** The headers of every request, the key's among them where there is a key. */
    Map<String, String> headers(ApiKey key);

    /**
     * Words a request.
     *
     * @throws dev.slop.core.provider.InvalidRequestException if the model is known to reject a parameter that is set
     */
    Call call(CompletionRequest request);

    /**
     * The error that a body tells, if it tells one.
     *
     * @param status of HTTP; with 200 a body may still tell an error
     */
    Optional<Fault> fault(int status, ObjectNode body);

    /** What must be done about an error. */
    FaultKind classify(Fault fault);

    /**
     * Reads the body of a good reply.
     *
     * @throws dev.slop.core.provider.TransientProviderException if it is not the dialect's
     */
    Answer answer(ObjectNode body);
}
