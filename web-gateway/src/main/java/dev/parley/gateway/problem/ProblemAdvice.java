package dev.parley.gateway.problem;

import dev.parley.media.MediaKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever ends a request early into a problem; what a client can cause never becomes a 500. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    /** Of a video or a file, in bytes; the multipart limit lies a little above it. */
    private static final String LARGEST_UPLOAD = Long.toString(MediaKind.FILE.largestBytes());

    private static final JsonMapper WIRE_NAMES = new JsonMapper();

    private final ProblemAnswer answer;

    ProblemAdvice(ProblemAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler
    void handle(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Outage.isBehind(failure) && isGone(failure)) { // a connection to the database can end as well
            return;
        }
        if (failure instanceof HttpRequestMethodNotSupportedException wrong && wrong.getSupportedMethods() != null) {
            response.setHeader("Allow", String.join(", ", wrong.getSupportedMethods()));
        }
        answer.write(request, response, view(failure), failure);
    }

    /** The problem that a failure is for the client. */
    static ProblemView view(Exception failure) {
        return switch (failure) {
            case ProblemException known -> known.view();
            case MethodArgumentNotValidException invalid ->
                fields(invalid.getBindingResult().getAllErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? problem(field.getField(), field.getCode(), field.getDefaultMessage())
                                : problem(error.getObjectName(), error.getCode(), error.getDefaultMessage()))
                        .toList());
            case HandlerMethodValidationException invalid ->
                fields(invalid.getParameterValidationResults().stream()
                        .flatMap(result -> problems(result).stream())
                        .toList());
            case ConstraintViolationException invalid ->
                fields(invalid.getConstraintViolations().stream()
                        .map(ProblemAdvice::problem)
                        .toList());
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException mismatch ->
                fields(List.of(problem(mismatch.getName(), "type", "is not of the right form")));
            case TypeMismatchException mismatch ->
                fields(List.of(
                        problem(String.valueOf(mismatch.getPropertyName()), "type", "is not of the right form")));
            case MissingServletRequestParameterException missing ->
                fields(List.of(problem(missing.getParameterName(), "required", "is missing")));
            case MissingRequestHeaderException missing
            when missing.getHeaderName().equals("Idempotency-Key") ->
                Problem.IDEMPOTENCY_KEY_MISSING.view("Send a header Idempotency-Key with 1 to 100 visible characters.");
            case MissingServletRequestPartException missing ->
                fields(List.of(problem(missing.getRequestPartName(), "required", "is missing")));
            case HttpMediaTypeNotSupportedException unsupported ->
                Problem.UNSUPPORTED_MEDIA.view("This route does not take " + type(unsupported) + ".");
            case MaxUploadSizeExceededException _ -> uploadTooLarge();
            case MultipartException broken when isTooLarge(broken) -> uploadTooLarge();
            case MultipartException _ -> Problem.INVALID_REQUEST.view("The multipart body is broken.");
            case AccessDeniedException _ -> Problem.FORBIDDEN.view("You may not do this.");
            case AuthenticationException _ -> Problem.UNAUTHENTICATED.view("Log in first.");
            case OptimisticLockingFailureException _ ->
                Problem.CONFLICT.view("Somebody else changed it at the same time; try again.");
            case DataIntegrityViolationException _ -> Problem.CONFLICT.view("It contradicts what is stored already.");
            case Exception outage when Outage.isBehind(outage) -> Outage.view();
            case HttpException unreadable when unreadable.getCode() < 500 -> status(unreadable.getCode());
            case IllegalArgumentException wrong -> Problem.INVALID_REQUEST.view(said(wrong));
            case ErrorResponse other -> status(other.getStatusCode().value());
            default -> Problem.INTERNAL.view("The failure has been logged under the reference.");
        };
    }

    /** The problem for a status that carries nothing else. */
    static ProblemView status(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHENTICATED.view("Log in first.");
            case 403 -> Problem.FORBIDDEN.view("You may not do this.");
            case 404 -> Problem.NOT_FOUND.view("There is nothing at this address.");
            case 405 -> Problem.METHOD_NOT_ALLOWED.view("This address does not know that method.");
            case 406 -> Problem.NOT_ACCEPTABLE.view("None of the representations asked for can be given.");
            case 409 -> Problem.CONFLICT.view("The present state does not allow it.");
            case 413, 414, 431 -> Problem.TOO_LARGE.view("The request is larger than allowed.");
            case 415 -> Problem.UNSUPPORTED_MEDIA.view("This route does not take that content type.");
            case 429 -> Problem.TOO_MANY_REQUESTS.view("Try again later.");
            case 503 -> Outage.view();
            default ->
                status >= 400 && status < 500
                        ? Problem.INVALID_REQUEST.view("The request cannot be understood.")
                        : Problem.INTERNAL.view("The failure has been logged under the reference.");
        };
    }

    private static ProblemView fields(List<FieldProblem> errors) {
        return Problem.INVALID_REQUEST.view("Some fields are not valid.", null, null, null, null, errors);
    }

    private static ProblemView unreadable(HttpMessageNotReadableException failure) {
        if (failure.getCause() instanceof JacksonException wrong
                && !wrong.getPath().isEmpty()) {
            var path = new StringBuilder();
            for (var step : wrong.getPath()) {
                var name = step.getPropertyName();
                path.append(name == null ? "[" + step.getIndex() + "]" : path.isEmpty() ? name : "." + name);
            }
            if (wrong instanceof InvalidFormatException form
                    && form.getTargetType().isEnum()) {
                return fields(
                        List.of(unknown(path.toString(), form.getTargetType().getEnumConstants())));
            }
            return fields(List.of(problem(path.toString(), "type", "is missing or not of the right form")));
        }
        return Problem.INVALID_REQUEST.view("The body is missing or is not valid JSON.");
    }

    private static FieldProblem unknown(String field, Object[] known) {
        var names = Arrays.stream(known).map(ProblemAdvice::wireName).collect(Collectors.joining(", "));
        return new FieldProblem(field, "known", null, names, "is none of the known values");
    }

    private static String wireName(Object constant) {
        return WIRE_NAMES.convertValue(constant, String.class);
    }

    private static List<FieldProblem> problems(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getFieldErrors().stream()
                    .map(field -> problem(field.getField(), field.getCode(), field.getDefaultMessage()))
                    .toList();
        }
        var name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> problem(name, lastCode(error.getCodes()), error.getDefaultMessage()))
                .toList();
    }

    private static FieldProblem problem(ConstraintViolation<?> violation) {
        var rule = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return problem(violation.getPropertyPath().toString(), rule.getSimpleName(), violation.getMessage());
    }

    private static FieldProblem problem(String field, @Nullable String rule, @Nullable String detail) {
        return new FieldProblem(
                field,
                rule == null ? null : Character.toLowerCase(rule.charAt(0)) + rule.substring(1),
                null,
                null,
                detail == null ? "is not valid" : detail);
    }

    private static @Nullable String lastCode(String @Nullable [] codes) {
        return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
    }

    private static String type(HttpMediaTypeNotSupportedException failure) {
        var type = failure.getContentType();
        return type == null ? "a body without a content type" : type.getType() + "/" + type.getSubtype();
    }

    /** Our own records name the bad value; what libraries say about theirs is nobody's business. */
    private static String said(IllegalArgumentException wrong) {
        var trace = wrong.getStackTrace();
        var ours = trace.length > 0 && trace[0].getClassName().startsWith("dev.parley.");
        var message = wrong.getMessage();
        return ours && message != null ? message : "A value of the request is not valid.";
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var message = cause.getMessage();
            if (message != null && (message.contains("max length exceeded") || message.contains("max file"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AsyncRequestNotUsableException
                    || cause instanceof EOFException
                    || cause.getClass().getSimpleName().equals("EofException")) {
                return true;
            }
        }
        return false;
    }

    /** Larger than what the media room would refuse itself: cut off before it was read, so its size is not known. */
    private static ProblemView uploadTooLarge() {
        return Problem.TOO_LARGE.view(
                "The upload is larger than allowed.", "media.bytes", null, LARGEST_UPLOAD, null, List.of());
    }
}
