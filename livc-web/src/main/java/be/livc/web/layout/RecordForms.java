package be.livc.web.layout;

import org.springframework.core.ResolvableType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms are records: made once, from what was sent, by their constructor. Without this the binder would try to set each
 * field again afterwards, past what the constructor made of it.
 */
@ControllerAdvice
class RecordForms {

    @InitBinder
    void bindByConstructorOnly(WebDataBinder binder) {
        ResolvableType type = binder.getTargetType();
        if (type != null && type.resolve(Object.class).isRecord()) {
            binder.setDeclarativeBinding(true);
        }
    }
}
